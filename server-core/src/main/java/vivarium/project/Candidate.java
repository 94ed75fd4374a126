package vivarium.project;

/**
 * An application that can be run.
 *
 * @param name how to ask for it with {@code --application}: {@code app:application}, {@code site.wsgi}, {@code manage.py}
 * @param reason why it counts as one, for a person: {@code wsgi.py defines application}
 */
public record Candidate(ApplicationTarget target, String name, String reason) {}
