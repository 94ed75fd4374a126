package vivarium.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.journal.Event;
import vivarium.testing.PythonFixture;
import vivarium.testing.RunningProject;
import vivarium.testing.WithPython;

/** What a newcomer does with each of the sample projects, done on the embedded engine. */
@ExtendWith(WithPython.class)
class SampleProjectsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path data;

    @Test
    void guestbook(PythonFixture python) throws Exception {
        try (var guestbook = RunningProject.sample("guestbook", python, Map.of("GUESTBOOK_DATA", data.toString()))) {
            HttpResponse<String> signed = guestbook.post("/sign", "name=Ann+B&mood=%F0%9F%8C%B1&message=So+quiet+here");
            assertEquals(303, signed.statusCode());
            HttpResponse<String> front = guestbook.get("/");
            assertEquals(200, front.statusCode());
            assertTrue(front.body().contains("So quiet here"), front.body());
            JsonNode entries = JSON.readTree(guestbook.get("/api/entries").body());
            assertTrue(entries.toString().contains("\"Ann B\""), entries.toString());

            HttpResponse<String> uploaded = guestbook.send(HttpRequest.newBuilder(guestbook.uri("/files"))
                    .header("Content-Type", "multipart/form-data; boundary=here")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            --here
                            Content-Disposition: form-data; name="file"; filename="notes.txt"
                            Content-Type: text/plain

                            fifty geckos
                            --here--
                            """.replace("\n", "\r\n"))));
            assertEquals(303, uploaded.statusCode(), uploaded.body());
            Matcher link = Pattern.compile("/files/\\d+/notes\\.txt")
                    .matcher(guestbook.get("/files").body());
            assertTrue(link.find());
            assertEquals("fifty geckos", guestbook.get(link.group()).body());

            HttpResponse<String> stream = guestbook.get("/stream?delay=0");
            assertEquals(
                    "chunked", stream.headers().firstValue("Transfer-Encoding").orElse(""));
            assertTrue(stream.body().contains("So quiet here"), stream.body());

            HttpResponse<String> planted = guestbook.get("/search?q=%3A-%29");
            assertEquals(500, planted.statusCode());
            var raised = (Event.ExceptionRaised) python.journal().await(Event.ExceptionRaised.class::isInstance);
            assertEquals("re.error", raised.failure().type());
            assertTrue(raised.failure().frames().stream()
                    .anyMatch(frame -> frame.source().endsWith("# @highlight")));
        }
    }

    @Test
    void flaskNotes(PythonFixture python) throws Exception {
        Map<String, String> variables =
                Map.of("NOTES_DATABASE", data.resolve("notes.db").toString());
        try (var notes = RunningProject.sample("flask-notes", python, variables)) {
            assertEquals(
                    302,
                    notes.post("/new", "title=Shopping&text=Crickets&tags=home").statusCode());
            assertTrue(notes.get("/").body().contains("Shopping"));
            assertTrue(notes.get("/api/notes").body().contains("Crickets"));
            assertEquals(
                    500, notes.post("/new", "title=Shopping&tags=home,+Home").statusCode());
            python.journal()
                    .await(event ->
                            event instanceof Event.LogLine line && line.text().contains("IntegrityError"));
            assertEquals(200, notes.get("/").statusCode());
        }
    }

    @Test
    void djangoPolls(PythonFixture python) throws Exception {
        try (var polls = RunningProject.sample("django-polls", python, Map.of("POLLS_DATA", data.toString()))) {
            assertTrue(polls.get("/polls/").body().contains("Which animal should move in next?"));
            String poll = polls.get("/polls/1/").body();
            Matcher token =
                    Pattern.compile("csrfmiddlewaretoken\" value=\"(\\w+)\"").matcher(poll);
            Matcher choice =
                    Pattern.compile("name=\"choice\"[^>]* value=\"(\\d+)\"").matcher(poll);
            assertTrue(token.find() && choice.find(), poll);
            String vote = "csrfmiddlewaretoken=" + token.group(1) + "&choice=" + choice.group(1);
            assertEquals(302, polls.post("/polls/1/vote/", vote).statusCode());
            assertEquals(
                    403,
                    polls.post("/polls/1/vote/", "choice=" + choice.group(1)).statusCode());
            HttpResponse<String> results = polls.get("/polls/1/results/");
            assertEquals(200, results.statusCode(), results.body());
            DjangoTokens.areRefreshed(polls, python.journal());
        }
    }

    @Test
    void everyTroubleThatEndsByItself(PythonFixture python) throws Exception {
        try (var troubles = RunningProject.sample("troubles", python, Map.of())) {
            List<String> unanswered = new ArrayList<>();
            for (JsonNode trouble : JSON.readTree(troubles.get("/troubles.json").body())) {
                if (trouble.path("ends").asString("").isEmpty()) {
                    String target = trouble.path("path").asString()
                            + query(trouble.path("example").asString(""));
                    var request = HttpRequest.newBuilder(troubles.uri(target))
                            .method(trouble.path("method").asString("GET"), HttpRequest.BodyPublishers.ofString("a=1"));
                    if (!answered(troubles, request)) {
                        unanswered.add(target);
                    }
                }
            }
            // Broken off after the head was sent: the client has to notice.
            assertEquals(
                    List.of("/exit/generator", "/raise/chunk", "/exc-info/after", "/length/long", "/return/late-str"),
                    unanswered);
            assertEquals(200, troubles.get("/").statusCode());
        }
    }

    private static boolean answered(RunningProject troubles, HttpRequest.Builder request) throws InterruptedException {
        try {
            return troubles.send(request).statusCode() >= 200;
        } catch (java.io.IOException brokenOff) {
            return false;
        }
    }

    private static String query(String example) {
        return example.isEmpty() ? "" : "?" + example;
    }
}
