import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies that leave alone what is the same already. */
final class Tree {
    private Tree() {}

    /** Makes {@code to} hold what {@code from} holds and nothing else; Python's caches apart. */
    static void mirror(Path from, Path to) throws IOException {
        List<Path> wanted = files(from).stream()
                .filter(file -> !file.toString().contains("__pycache__"))
                .map(from::relativize)
                .toList();
        for (Path file : wanted) {
            copy(from.resolve(file), to.resolve(file));
        }
        keepOnly(to, file -> wanted.contains(to.relativize(file)));
    }

    /** Copies one file where the contents differ. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Writes where the contents differ. */
    static void write(byte[] content, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        if (!Files.exists(to) || !java.util.Arrays.equals(Files.readAllBytes(to), content)) {
            Files.write(to, content);
        }
    }

    /** Deletes the files below a folder that are not wanted. */
    static void keepOnly(Path folder, Predicate<Path> wanted) throws IOException {
        for (Path file : files(folder)) {
            if (!wanted.test(file)) {
                Files.delete(file);
            }
        }
    }

    /** All files below a folder, sorted; none where there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Deletes a folder and all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Names, sizes and times of the files below a folder in a word that changes with any of them. */
    static String state(List<Path> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(
                        (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n").getBytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
