package vivarium.ui.gallery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vivarium.engine.PythonStack;
import vivarium.engine.PythonStack.Frame;
import vivarium.threads.ThreadDump;

/** A thread dump as a busy application gives it. */
final class ThreadData {
    private ThreadData() {}

    static ThreadDump dump(Path project, boolean locals) {
        return new ThreadDump(
                Instant.now(),
                4711,
                List.of(
                        entry(
                                project,
                                "request-2",
                                "waiting for a lock",
                                62,
                                17,
                                41.3,
                                "GET",
                                "/lock/deadlock?animal=gecko",
                                locals),
                        entry(
                                project,
                                "request-4",
                                "waiting for a lock",
                                62,
                                19,
                                12.7,
                                "POST",
                                "/lock/deadlock",
                                locals),
                        entry(project, "request-5", "waiting for a lock", 62, 22, 6.2, "GET", "/lock/deadlock", locals),
                        entry(project, "request-1", "sleeping", 25, 23, 1.4, "GET", "/sleep?seconds=30", locals),
                        entry(project, "request-3", "running", 33, 24, 0.2, "GET", "/spin", locals),
                        silent("background-refresher", "in a socket call")));
    }

    private static ThreadDump.Entry entry(
            Path project,
            String thread,
            String state,
            int line,
            long exchange,
            double seconds,
            String method,
            String target,
            boolean locals) {
        String some = locals
                ? "animals = ['gecko', 'newt', 'axolotl']\nenviron = {'REQUEST_METHOD': 'GET', 'PATH_INFO': '/lock/deadlock', …}\nstart_response = <bound method Response.start_response>"
                : "";
        return new ThreadDump.Entry(
                new PythonStack(
                        thread,
                        thread,
                        state,
                        List.of(
                                new Frame(project + "/cases/hanging.py", line, "wait_forever", some),
                                new Frame(project + "/routes.py", 21, "application", some),
                                new Frame("/usr/lib/python3/dist-packages/flask/app.py", 1478, "__call__", some)),
                        List.of()),
                Optional.of(new ThreadDump.Serving(exchange, method, target, (long) (seconds * 1e9))));
    }

    private static ThreadDump.Entry silent(String thread, String state) {
        return new ThreadDump.Entry(
                new PythonStack(
                        thread,
                        thread,
                        state,
                        List.of(),
                        List.of("java.net.Socket.read(Socket.java:12)", "com.oracle.graal.python.Recv")),
                Optional.empty());
    }
}
