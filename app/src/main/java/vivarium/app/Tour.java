package vivarium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What there is to see in a sample project.
 *
 * @param visits the requests of a visitor, in this order
 * @param interesting the number of the one that has a body and headers to look at, and one before it to the same path, from 1
 * @param failing the number of the one that ends with an exception
 * @param failure the tab of the exchange that tells of the exception
 * @param slow takes a while of its own, where the project has such a page
 * @param upload read by the application as it comes in
 * @param spot where the exception comes from
 * @param mend what is wrong, where the failing request is a POST whose story is told
 */
record Tour(
        List<Visit> visits,
        int interesting,
        int failing,
        String failure,
        Optional<Visit> slow,
        Optional<Visit> upload,
        Optional<Spot> spot,
        Optional<Mend> mend) {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** One request; its body is empty for GET. */
    record Visit(String method, String path, String type, String body) {
        static Visit get(String path) {
            return new Visit("GET", path, "", "");
        }

        static Visit post(String path, String type, String body) {
            return new Visit("POST", path, type, body);
        }
    }

    /** A line of a source file, found by the comment that marks it. */
    record Spot(Path file, String marker) {
        /** From 1; 0 where the marker has gone. */
        int line() throws IOException {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains(marker)) {
                    return line + 1;
                }
            }
            return 0;
        }
    }

    /** A change that a user makes to a source file. */
    record Mend(Path file, String wrong, String right) {
        void make() throws IOException {
            replace(wrong, right);
        }

        void takeBack() throws IOException {
            replace(right, wrong);
        }

        private void replace(String before, String after) throws IOException {
            Files.writeString(file, Files.readString(file).replace(before, after));
        }
    }

    /** The one for the project in that folder; of a project that is not a sample, its first page. */
    static Tour of(Path project) {
        if (Files.exists(project.resolve("book.py"))) {
            return guestbook(project);
        }
        return Files.exists(project.resolve("notes/store.py"))
                ? notes(project)
                : new Tour(
                        List.of(Visit.get("")),
                        1,
                        1,
                        "exception",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private static Tour guestbook(Path project) {
        var entry = Visit.post(
                "api/entries",
                JSON,
                "{\"name\": \"Grace\", \"message\": \"The moth is gone :-)\", \"mood\": \"glad\"}");
        return new Tour(
                List.of(
                        Visit.get(""),
                        Visit.get("static/style.css"),
                        Visit.get("static/lizard.svg"),
                        Visit.get("api/entries"),
                        Visit.get("search?q=moth"),
                        Visit.get("nothing-here"),
                        Visit.post("sign", FORM, "name=Zo%C3%AB&message=hello&mood=%F0%9F%A6%8E"),
                        entry,
                        Visit.get("api/entries"),
                        Visit.get("search?q=%3A-%29"),
                        Visit.get("stream?delay=0"),
                        Visit.get("countdown?from=3&delay=0.4")),
                8,
                10,
                "exception",
                Optional.of(Visit.get("countdown?from=4&delay=1")),
                Optional.empty(),
                Optional.of(new Spot(project.resolve("book.py"), "# @highlight")),
                Optional.empty());
    }

    private static Tour notes(Path project) {
        var note = Visit.post(
                "api/notes",
                JSON,
                "{\"title\": \"Ring the dentist\", \"body\": \"Before Friday.\", \"tags\": [\"home\", \"calls\"]}");
        return new Tour(
                List.of(
                        Visit.get(""),
                        Visit.get("static/style.css"),
                        Visit.get("api/notes"),
                        Visit.post("new", FORM, "title=Water+the+ferns&body=Not+too+much.&tags=home&due=2026-02-28"),
                        Visit.get("notes/1"),
                        Visit.get("notes/99"),
                        note,
                        Visit.get("api/notes"),
                        Visit.post("new", FORM, "title=Shopping&tags=home,+Home"),
                        Visit.get("?tag=home")),
                7,
                9,
                "exchange-log", // Flask catches it
                Optional.empty(),
                Optional.of(note),
                Optional.of(new Spot(project.resolve("notes/store.py"), "# @tags")),
                Optional.of(new Mend(
                        project.resolve("notes/pages.py"),
                        "[tag.strip().lower() for tag in tags.split(\",\") if tag.strip()]",
                        "sorted({tag.strip().lower() for tag in tags.split(\",\") if tag.strip()})")));
    }
}
