package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakpointsTest {
    private final Breakpoints breakpoints = new Breakpoints();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void areThereAgainWhenTheProjectIsOpenedAgain() {
        breakpoints.of(folder);
        breakpoints.add(Breakpoint.at(folder.resolve("app.py"), 7).when("x > 1").ignoring(2));
        breakpoints.add(Breakpoint.at(Path.of("/elsewhere/lib.py"), 8).logging("x is {x}"));
        breakpoints.add(Breakpoint.on(new Trigger.Entry()).within(new RequestScope("POST", "/api/**", "X-A: 1", 7)));
        breakpoints.add(Breakpoint.on(new Trigger.ResponseStart(400)).once());
        breakpoints.add(Breakpoint.on(new Trigger.Chunk(3)).enabled(false));
        breakpoints.add(Breakpoint.on(new Trigger.Raised("KeyError", Trigger.Mode.UNCAUGHT, false)));
        breakpoints.add(Breakpoint.on(new Trigger.Logged("saved “7”")));
        var again = new Breakpoints();
        again.of(folder);
        assertEquals(plain(breakpoints), plain(again));
        assertEquals(8, again.add(Breakpoint.on(new Trigger.Entry())).id());
    }

    @Test
    void ofAnotherProjectHaveOtherNumbers() {
        breakpoints.of(folder);
        long before = breakpoints.add(Breakpoint.on(new Trigger.Entry())).id();
        breakpoints.of(folder.resolve("another"));
        assertEquals(
                before + 1, breakpoints.add(Breakpoint.on(new Trigger.Entry())).id());
    }

    @Test
    void nameFilesOfTheProjectRelativeToIt() throws Exception {
        breakpoints.of(folder);
        breakpoints.toggle(folder.resolve("web/app.py"), 7);
        String file = Files.readString(folder.resolve(".vivarium/breakpoints.json"));
        assertTrue(file.contains("\"web/app.py\""), file);
    }

    @Test
    void aFileThatCannotBeReadIsNoBreakpoints() throws Exception {
        Files.createDirectory(folder.resolve(".vivarium"));
        Files.writeString(folder.resolve(".vivarium/breakpoints.json"), "{\"breakpoints\": [{\"on\": \"what?\"}]}");
        breakpoints.of(folder);
        assertEquals(List.of(), breakpoints.list());
    }

    @Test
    void aSecondClickTakesAway() {
        var heard = new AtomicInteger();
        breakpoints.subscribe(heard::incrementAndGet);
        breakpoints.toggle(folder.resolve("app.py"), 3);
        assertEquals(1, breakpoints.in(folder.resolve("app.py")).size());
        breakpoints.toggle(folder.resolve("app.py"), 3);
        assertEquals(List.of(), breakpoints.list());
        assertEquals(2, heard.get());
    }

    @Test
    void aChangedConditionIsNotYetVerified() {
        var plain = breakpoints.add(Breakpoint.at(folder.resolve("app.py"), 3));
        breakpoints.report(plain.id(), new BreakpointStatus.State.Verified(4));
        breakpoints.replace(plain.ignoring(1));
        assertEquals(
                new BreakpointStatus.State.Verified(4),
                breakpoints.find(plain.id()).orElseThrow().state());
        breakpoints.replace(plain.when("x"));
        assertInstanceOf(
                BreakpointStatus.State.Pending.class,
                breakpoints.find(plain.id()).orElseThrow().state());
    }

    private static List<Breakpoint> plain(Breakpoints breakpoints) {
        return breakpoints.list().stream().map(BreakpointStatus::breakpoint).toList();
    }
}
