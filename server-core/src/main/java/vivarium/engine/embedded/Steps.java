package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import vivarium.debug.StopReason;

/**
 * Has suspended threads go on as their users wish, and knows when a step is over.
 *
 * @param installer hands a breakpoint to the engine
 * @param quit has the calling thread raise {@code BdbQuit} at its next safepoint
 */
record Steps(SteppedCode code, Consumer<Breakpoint> installer, Runnable quit) {
    /** @param how what pdb's prompt returned: the step's name, and what belongs to it */
    void go(SuspendedEvent event, ThreadWish wish, String how) {
        int line = event.getSourceSection().getStartLine();
        String[] words = how.split(" ", 5);
        wish.line = line;
        switch (words[0]) {
            case "over" -> step(event, wish, words[0]).prepareStepOver(1);
            case "into" -> step(event, wish, words[0]).prepareStepInto(1);
            case "out" -> step(event, wish, words[0]).prepareStepOut(1);
            case "until" -> {
                step(event, wish, "over").prepareStepOver(1);
                wish.until = words.length > 1 ? Integer.parseInt(words[1]) : line + 1;
            }
            case "call" -> {
                Breakpoint callee = Breakpoint.newBuilder(Path.of(words[4]).toUri())
                        .lineIs(Integer.parseInt(words[1]))
                        .oneShot()
                        .build();
                wish.callee = callee;
                wish.first = Integer.parseInt(words[2]);
                wish.last = Integer.parseInt(words[3]);
                installer.accept(callee);
                step(event, wish, "over").prepareStepOver(1);
            }
            case "abort" -> {
                event.prepareContinue();
                quit.run();
            }
            default -> event.prepareContinue();
        }
    }

    private SuspendedEvent step(SuspendedEvent event, ThreadWish wish, String step) {
        wish.step = step;
        wish.depth = depth(event);
        wish.awaits = step.equals("over") && Resumption.mayFollow(event.getSourceSection()) ? awaited(event) : null;
        return event;
    }

    private ThreadWish.Awaited awaited(SuspendedEvent event) {
        String caller = StreamSupport.stream(event.getStackFrames().spliterator(), false)
                .skip(1)
                .filter(frame -> frame.getSourceSection() != null
                        && code.contains(frame.getSourceSection().getSource()))
                .map(Steps::function)
                .findFirst()
                .orElse("");
        return new ThreadWish.Awaited(function(event.getTopStackFrame()), caller);
    }

    private static String function(DebugStackFrame frame) {
        return SteppedCode.name(frame.getSourceSection().getSource()) + ":" + frame.getName();
    }

    /** A suspended thread is in the middle of a line: it goes on with what it was doing. */
    static void goOn(SuspendedEvent event, ThreadWish wish) {
        if (!wish.step.isEmpty()) {
            again(event, wish, depth(event));
        } else if (event.isStep()) {
            event.prepareStepInto(1);
        }
    }

    /** Why a thread that was suspended while a step was under way is to stop; empty to go on, which has been prepared. */
    Optional<StopReason> stepped(SuspendedEvent event, ThreadWish wish) {
        int line = event.getSourceSection().getStartLine();
        int depth = depth(event);
        boolean early = switch (wish.step) {
            case "into" -> false;
            case "out" -> depth >= wish.depth;
            default -> depth > wish.depth;
        };
        if (!event.isStep() || (early && !event.getBreakpoints().isEmpty())) {
            // A breakpoint that did not stop has ended the engine's own step.
            again(event, wish, depth);
            return Optional.empty();
        }
        if (event.getSuspendAnchor() == SuspendAnchor.AFTER
                && !code.contains(event.getSourceSection().getSource())) {
            wish.step = "into"; // the application has returned, and may be entered again for its response's next part
            wish.away = wish.awaits != null;
            event.prepareStepInto(1);
            return Optional.empty();
        }
        if (wish.away && !wish.isBack(function(event.getTopStackFrame()), event.getSuspendAnchor())) {
            event.prepareStepInto(1);
            return Optional.empty();
        }
        if (wish.returning) {
            again(event, wish, depth);
            return Optional.empty();
        }
        boolean sameFrame = depth == wish.depth;
        if (wish.fresh && sameFrame && line == wish.line && event.getSuspendAnchor() == SuspendAnchor.BEFORE) {
            wish.fresh = false;
            again(event, wish, depth);
            return Optional.empty();
        }
        wish.fresh = false;
        if (wish.until > 0 && sameFrame && line < wish.until) {
            event.prepareStepOver(1);
            return Optional.empty();
        }
        if (wish.callee != null && sameFrame && wish.first <= line && line <= wish.last) {
            event.prepareStepOver(1); // a statement of several lines: its call is still to come
            return Optional.empty();
        }
        return Optional.of(new StopReason(StopReason.Kind.STEP, 0, "step"));
    }

    private static void again(SuspendedEvent event, ThreadWish wish, int depth) {
        int deeper = depth - wish.depth;
        switch (wish.step) {
            case "into" -> event.prepareStepInto(1);
            case "out" -> event.prepareStepOut(deeper + 1);
            default -> {
                wish.returning = deeper > 0;
                if (wish.returning) {
                    event.prepareStepOut(deeper);
                } else {
                    event.prepareStepOver(1);
                }
            }
        }
    }

    private static int depth(SuspendedEvent event) {
        int depth = 0;
        for (DebugStackFrame frame : event.getStackFrames()) {
            depth += frame.isHost() ? 0 : 1;
        }
        return depth;
    }
}
