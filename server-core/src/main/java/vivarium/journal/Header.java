package vivarium.journal;

/** A header field as it was on the wire: name and value with their case, in ISO-8859-1 (RFC 9110, section 5). */
public record Header(String name, String value) {}
