package vivarium.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's errors in the user's words. */
final class SqliteFailure {
    private SqliteFailure() {}

    /** Why nothing more is recorded, and what to do about it. */
    static SessionException whileRecording(Path file, SQLException e) {
        return new SessionException(
                "Recording to " + file + " stopped: " + whyNotWritten(e)
                        + ", and start Vivarium again to record. Serving goes on.",
                e);
    }

    /** Why the user's note is not in the file, and what to do about it. */
    static SessionException whileNoting(Path file, SQLException e) {
        return new SessionException("Nothing can be noted in " + file + ": " + whyNotWritten(e) + ".", e);
    }

    private static String whyNotWritten(SQLException e) {
        return switch (code(e)) {
            case SQLITE_FULL -> "the disk is full; free some space";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "the file may not be written; make it and its folder writable";
            case SQLITE_CANTOPEN -> "the file cannot be opened; see that its folder is there and writable";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it locked; end what that program does";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "another program has damaged the file; keep it away from it";
            case SQLITE_IOERR -> "the disk cannot be written or is full (" + e.getMessage() + "); check it";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Why a file cannot be read, and what to do about it. */
    static SessionException whileReading(Path file, SQLException e) {
        var sentence = switch (code(e)) {
            case SQLITE_NOTADB -> file + " is not a session of Vivarium; choose a .vivarium file.";
            case SQLITE_CORRUPT ->
                file + " is damaged; take a copy of it from before, or salvage what is left"
                        + " with: sqlite3 FILE .recover";
            case SQLITE_BUSY, SQLITE_LOCKED -> file + " is locked by another program; try again when that has ended.";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY ->
                file + " cannot be opened; check that it is there and that you may read it and its folder.";
            default -> file + " cannot be read (" + e.getMessage() + "); check the disk that it is on.";
        };
        return new SessionException(sentence, e);
    }

    /** Whether somebody else has it open or locked. */
    static boolean isBusy(SQLException e) {
        var code = code(e);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** The primary code: SQLite's extended ones hold it in their lowest byte. */
    private static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }
}
