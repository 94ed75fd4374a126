package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** No secret leaves without being asked for, in whichever format. */
class MaskingTest {
    private static Captured captured(String type, String body) {
        var request = Samples.request(
                "POST",
                "/login?next=/&api_key=s3cret1",
                List.of(
                        new Header("Host", "h"),
                        new Header("Authorization", "Basic s3cret2"),
                        new Header("Cookie", "theme=s3cret3; session=s3cret4"),
                        new Header("X-Api-Key", "s3cret5"),
                        new Header("Content-Type", type),
                        new Header("Content-Length", Integer.toString(body.length()))),
                body.getBytes(UTF_8));
        return Samples.exchange(
                request,
                "200 OK",
                List.of(
                        new Header("Set-Cookie", "session=s3cret6; Path=/"),
                        new Header("Content-Type", "application/json")),
                "{\"user\":{\"name\":\"Ada\",\"access_token\":\"s3cret7\"}}".getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void secretsAreInNoFormat(Format format) {
        for (var captured : List.of(
                captured("application/x-www-form-urlencoded", "name=Ada&password=s3cret8&csrf_token=s3cret9"),
                captured(
                        "application/json", "{\"name\":\"Ada\",\"list\":[{\"newPassword\":\"s3cret8\",\"pin\":1234}]}"),
                captured("multipart/form-data; boundary=B", """
                        --B
                        Content-Disposition: form-data; name="password"

                        s3cret8
                        --B
                        Content-Disposition: form-data; name="name"

                        Ada
                        --B--
                        """.replace("\n", "\r\n")))) {
            var exported = Transfer.export(format, List.of(captured), true, "app:application");
            for (var file : exported.files()) {
                assertFalse(
                        new String(file.content(), UTF_8).contains("s3cret"), () -> new String(file.content(), UTF_8));
            }
            assertTrue(exported.notes().toString().contains("request header Authorization"), exported::toString);
            var open = Transfer.export(format, List.of(captured), false, "app:application");
            assertTrue(
                    format == Format.URL
                            || open.files().stream()
                                    .anyMatch(file -> new String(file.content(), UTF_8).contains("s3cret")),
                    "nothing to mask in " + format);
        }
    }

    @Test
    void whatWasMaskedIsListedAndTheRestStaysAsItWas() {
        var captured = captured("application/x-www-form-urlencoded", "name=A+d%61&password=s3cret8&x");

        var exported = Transfer.export(Format.RAW, List.of(captured), true, "");

        assertEquals("""
                POST /login?next=/&api_key=MASKED HTTP/1.1
                Host: h
                Authorization: MASKED
                Cookie: theme=MASKED; session=MASKED
                X-Api-Key: MASKED
                Content-Type: application/x-www-form-urlencoded
                Content-Length: 29

                name=A+d%61&password=MASKED&x""", new String(exported.files().getFirst().content(), UTF_8).replace("\r\n", "\n"));
        assertEquals(
                List.of(
                        "Masked in exchange 1: request header Authorization, request header Cookie, request header X-Api-Key,"
                                + " request field password, query parameter api_key, response header Set-Cookie,"
                                + " response field access_token."),
                exported.notes());
    }
}
