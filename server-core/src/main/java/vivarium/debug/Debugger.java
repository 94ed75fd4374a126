package vivarium.debug;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vivarium.journal.Subscription;

/** The debugger of an engine. Any thread may call; nothing blocks unless it says so. */
public interface Debugger {
    /** Where to stop. */
    Breakpoints breakpoints();

    /** The threads that stand still and the post-mortems that are open, in the order in which they stopped. */
    List<Pause> pauses();

    /** The one that console and pane are about: what was {@link #choose chosen}, else the one that stopped first. */
    Optional<Pause> current();

    /** Whether nothing is paused and no step is under way. */
    boolean idle();

    /** Makes console and pane be about this one. */
    void choose(Pause pause);

    /**
     * Is called whenever {@link #pauses}, {@link #current}, a selected frame, a variable or {@link #postMortems} have changed, on the
     * thread that changed them; it must not block.
     */
    Subscription subscribe(Runnable changed);

    /** Has this request stop at the next line that it executes. */
    void pause(long exchange);

    /** Whether steps pass over code that is not the project's own; they do at first. */
    boolean onlyMine();

    /** See {@link #onlyMine()}. */
    void onlyMine(boolean on);

    /** Whether exceptions that leave the application stop the thread, without a breakpoint that says so. Not at first. */
    void stopAtUncaught(boolean on);

    /** Whether the application stops right after it was loaded. Not at first. */
    void stopAtStartup(boolean on);

    /**
     * Does what one of pdb's commands about breakpoints says while no thread is paused.
     *
     * @return what pdb answers, soon; empty where the line is no such command or something is paused, so that it is for whoever reads
     *     standard input
     */
    Optional<CompletableFuture<String>> command(String line);

    /** The newest twenty, newest first. */
    List<PostMortem> postMortems();

    /** Opens the frames of one of {@link #postMortems}; a {@link Pause} of this exchange comes soon. False when it is not kept any more. */
    boolean open(PostMortem postMortem);

    /** Lets all paused threads go on and lets nothing stop until {@link #resume}, or an application is loaded: the server is stopping. */
    void release();

    /** Ends what {@link #release} began: a server is starting. */
    void resume();
}
