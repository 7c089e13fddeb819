package dev.bulkhead.files.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program git, at work in one directory; it is asked only for what it neither writes nor fetches for. */
record GitProgram(Path directory) {

    /**
     * Answer of git.
     *
     * @param fault what it complained of
     */
    record Answer(int code, String text, String fault) {

        boolean isGood() {
            return code == 0;
        }

        /** Returns the lines of the text. */
        List<String> lines() {
            return text.lines().toList();
        }

        /** Returns the first line of the complaint without the word it begins with. */
        String complaint() {
            return fault.lines().findFirst().orElse("git said nothing").replaceFirst("^(fatal|error): ", "");
        }
    }

    /** Starts git with some words. */
    Process start(List<String> words) throws GitException {
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        // a hook tells git of another directory than the one asked about
        List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_TRACE")
                .forEach(environment::remove);
        environment.putAll(Map.of("LC_ALL", "C", "GIT_TERMINAL_PROMPT", "0", "GIT_NO_LAZY_FETCH", "1"));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new GitException("To read another state of the repository the program git is needed, and it cannot be"
                    + " started; install it (Debian, Ubuntu: apt-get install git; Alpine: apk add git).");
        }
    }

    /** Runs git to its end. */
    Answer run(String... words) throws GitException {
        Process process = start(List.of(words));
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            process.getOutputStream().close();
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String fault = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text, fault);
        } catch (IOException e) {
            throw new GitException("What git " + words[0] + " said cannot be read: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException("Reading the repository was interrupted.");
        } finally {
            process.destroy();
        }
    }
}
