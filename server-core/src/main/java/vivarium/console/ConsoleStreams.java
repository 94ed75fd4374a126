package vivarium.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** What an engine is given to read from and to print to; whoever made them closes them, if anybody. */
public record ConsoleStreams(InputStream stdin, OutputStream stdout) {
    /** The process's own, byte for byte. */
    public static ConsoleStreams ofProcess() {
        return new ConsoleStreams(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }
}
