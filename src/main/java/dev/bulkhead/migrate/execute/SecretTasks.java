package dev.bulkhead.migrate.execute;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.OwnedFile;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.authority.CertificateFiles;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretRenewal;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Tasks on secret files as they are carried out; what they tell names files and never a value. */
final class SecretTasks {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Tools tools;
    private final String project;
    private final Verifier verifier;
    private final SecureRandom random = new SecureRandom();
    private final CertificateFiles certificates;

    SecretTasks(Tools tools, String project, Verifier verifier) {
        this.tools = tools;
        this.project = project;
        this.verifier = verifier;
        this.certificates = new CertificateFiles(tools.files().root(), new Issuer(tools.clock(), random));
    }

    String run(SecretTask task) throws OperationRunner.FailedException, EngineException {
        return switch (task) {
            case SecretTask.Write(var files) -> write(files);
            case SecretTask.Remove(var files) -> remove(files);
            case SecretTask.Replace(var renewal) -> replace(renewal);
            case SecretTask.PutBack(var renewal) -> putBack(renewal);
            case SecretTask.ReadableBy(var service, var files, var reader) ->
                seen(verifier.secretsReadable(tools.files().root(), service, files, reader));
            case SecretTask.Hidden(var service, var files, var elsewhere) ->
                seen(verifier.secretsHidden(project, tools.files().root(), service, files, elsewhere));
        };
    }

    /** What cannot be told is no reason to go back. */
    private static String seen(CheckResult result) throws OperationRunner.FailedException {
        if (result.status() == CheckStatus.FAILED) {
            throw new OperationRunner.FailedException(result.subject() + ": " + result.saw());
        }
        return result.saw();
    }

    private String write(List<SecretFile> files) throws OperationRunner.FailedException {
        List<String> again = new ArrayList<>();
        int written = 0;
        Optional<ResolvedProject> project = Optional.empty();
        for (SecretFile file : files) {
            Path path = path(file);
            if (Files.exists(path)) {
                continue;
            }
            if (project.isEmpty() && file.source() instanceof SecretSource.Moved) {
                project = Optional.of(project());
            }
            try {
                Optional<byte[]> kept = setAside(file);
                byte[] content = kept.isPresent() ? kept.get() : value(file, project);
                tools.secrets().learn(new String(content, StandardCharsets.UTF_8).strip());
                owned(file, path).write(content);
                shown(file, content);
                if (kept.isPresent()) {
                    again.add(file.name());
                    Files.deleteIfExists(tools.secrets().aside(file.name()));
                }
                written++;
            } catch (IOException e) {
                throw failed(file, "cannot be written", e);
            }
        }
        return written == 0
                ? "written already"
                : count(written) + " written"
                        + (again.isEmpty() ? "" : ", as an earlier run left it: " + String.join(", ", again));
    }

    private void shown(SecretFile file, byte[] content) {
        if (file.source() instanceof SecretSource.Generated made && made.shown()) {
            tools.secrets().fresh().made(file.name(), new String(content, StandardCharsets.UTF_8));
        }
    }

    /** What an earlier run made and took back; volumes may have been set up with it. */
    private Optional<byte[]> setAside(SecretFile file) throws IOException {
        Path aside = tools.secrets().aside(file.name());
        boolean wanted = switch (file.source()) {
            case SecretSource.Generated _ -> true;
            case SecretSource.Given given -> tools.secrets().given(given).isEmpty();
            case SecretSource.PrivateKey _ -> true;
            case SecretSource.Signed signed -> signed.authority().isEmpty();
            case SecretSource.Moved _ -> false;
        };
        return wanted && Files.isRegularFile(aside) ? Optional.of(Files.readAllBytes(aside)) : Optional.empty();
    }

    private byte[] value(SecretFile file, Optional<ResolvedProject> project)
            throws OperationRunner.FailedException, IOException {
        String value = switch (file.source()) {
            case SecretSource.Generated made -> generated(made.form(), made.length());
            case SecretSource.PrivateKey _ -> certificates.key();
            case SecretSource.Signed signed -> certificates.signed(signed);
            case SecretSource.Moved moved ->
                project.flatMap(p -> SecretText.of(p, moved))
                        .orElseThrow(() -> new OperationRunner.FailedException("Secret file " + file.name()
                                + " cannot be written: nothing stands at "
                                + String.join("/", moved.path()) + " any more; make a new plan."));
            case SecretSource.Given given ->
                tools.secrets()
                        .given(given)
                        .orElseThrow(() -> new OperationRunner.FailedException("Secret file " + file.name()
                                + " cannot be written: nobody gave " + given.what() + "; set " + given.variable()
                                + " and continue."));
        };
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private String generated(SecretSource.Form form, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return switch (form) {
            case LETTERS_AND_DIGITS -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < length; i++) {
                    text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                }
                yield text.toString();
            }
            case HEX -> HexFormat.of().formatHex(bytes).substring(0, length);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
        };
    }

    /**
     * The new value is kept beside until it is in place, and the one before is set aside first: whenever the process ends, a
     * further try finds what it needs.
     */
    private String replace(SecretRenewal renewal) throws OperationRunner.FailedException {
        SecretFile file = renewal.file();
        Path path = path(file);
        Path was = was(renewal);
        Path fresh = fresh(renewal);
        try {
            if (Files.exists(was) && !Files.exists(fresh)) {
                return "replaced already";
            }
            if (!Files.exists(fresh)) {
                PrivateFiles.write(fresh, value(file, Optional.empty()));
            }
            if (!Files.exists(was)) {
                PrivateFiles.write(was, Files.readAllBytes(path));
            }
            byte[] content = Files.readAllBytes(fresh);
            tools.secrets().learn(new String(content, StandardCharsets.UTF_8).strip());
            tools.secrets().learn(Files.readString(was).strip());
            OwnedFile.overwrite(path, content);
            Files.delete(fresh);
            shown(file, content);
            return "replaced; the value before is set aside";
        } catch (IOException e) {
            throw failed(file, "cannot be given another value", e);
        }
    }

    private String putBack(SecretRenewal renewal) throws OperationRunner.FailedException {
        SecretFile file = renewal.file();
        Path was = was(renewal);
        try {
            Files.deleteIfExists(fresh(renewal));
            tools.secrets().fresh().forget(file.name());
            if (!Files.exists(was)) {
                return "as it was already";
            }
            OwnedFile.overwrite(path(file), Files.readAllBytes(was));
            Files.delete(was);
            return "put back";
        } catch (IOException e) {
            throw failed(file, "cannot get its value back", e);
        }
    }

    private Path was(SecretRenewal renewal) {
        return tools.secrets().aside(renewal.file().name() + ".was-" + renewal.turn());
    }

    private Path fresh(SecretRenewal renewal) {
        return tools.secrets().aside(renewal.file().name() + ".new-" + renewal.turn());
    }

    private String remove(List<SecretFile> files) throws OperationRunner.FailedException {
        List<String> aside = new ArrayList<>();
        int removed = 0;
        for (SecretFile file : files) {
            Path path = path(file);
            try {
                Files.deleteIfExists(owned(file, path).unfinished());
                tools.secrets().fresh().forget(file.name());
                if (Files.isRegularFile(path)) {
                    byte[] content = Files.readAllBytes(path);
                    if (!standsElsewhere(file, content)) {
                        PrivateFiles.write(tools.secrets().aside(file.name()), content);
                        aside.add(file.name());
                    }
                    Files.delete(path);
                    removed++;
                }
                removeEmptyAbove(path);
            } catch (IOException e) {
                throw failed(file, "cannot be removed", e);
            }
        }
        return removed == 0
                ? "gone already"
                : count(removed) + " removed" + (aside.isEmpty() ? "" : ", set aside: " + String.join(", ", aside));
    }

    private boolean standsElsewhere(SecretFile file, byte[] content) {
        if (file.source() instanceof SecretSource.Signed signed
                && signed.authority().isPresent()) {
            return true; // another is signed at any time
        }
        if (!(file.source() instanceof SecretSource.Moved moved)) {
            return false;
        }
        try {
            return SecretText.of(project(), moved)
                    .filter(value -> Arrays.equals(value.getBytes(StandardCharsets.UTF_8), content))
                    .isPresent();
        } catch (OperationRunner.FailedException unreadable) {
            return false;
        }
    }

    /** A directory was made for secret files, and goes with the last of them. */
    private void removeEmptyAbove(Path file) throws IOException {
        Path root = tools.files().root();
        for (int names = root.relativize(file).getNameCount() - 1; names > 0; names--) {
            try {
                Files.deleteIfExists(root.resolve(root.relativize(file).subpath(0, names)));
            } catch (DirectoryNotEmptyException used) {
                return;
            }
        }
    }

    private ResolvedProject project() throws OperationRunner.FailedException {
        try {
            return new ComposeLoader(tools.disk()).resolve(tools.request());
        } catch (ComposeException e) {
            throw new OperationRunner.FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Path path(SecretFile file) throws OperationRunner.FailedException {
        Path root = tools.files().root();
        Path path = root.resolve(file.name()).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new OperationRunner.FailedException(
                    "Secret file " + file.name() + " is outside of the project directory; name one inside it.");
        }
        return path;
    }

    private static OwnedFile owned(SecretFile file, Path path) {
        return new OwnedFile(
                path,
                file.access().mode().symbolic(),
                file.access().owner().map(owner -> new OwnedFile.Owner(owner.uid(), owner.gid())));
    }

    private static OperationRunner.FailedException failed(SecretFile file, String what, IOException cause) {
        return new OperationRunner.FailedException(
                "Secret file " + file.name() + " " + what + ": " + FileFaults.sentence(cause), cause);
    }

    private static String count(int files) {
        return files + (files == 1 ? " secret" : " secrets");
    }
}
