package dev.bulkhead.migrate;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.OwnedFile;
import dev.bulkhead.migrate.authority.CertificateFiles;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.SettingsFiles;
import dev.bulkhead.migrate.iteration.tls.Served;
import dev.bulkhead.migrate.iteration.tls.TlsFiles;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renewal of the certificate that a project's proxy shows: a private authority signs another leaf under the same name, the
 * proxy takes it up, and every host name is asked for it. What is not shown afterwards is put back as it was.
 */
public final class CertificateRenewal {

    private static final Duration EXEC = Duration.ofSeconds(30);
    private static final String READABLE = "r--r--r--";

    private final MigrationContext context;
    private final Catalogue catalogue;

    CertificateRenewal(MigrationContext context, Catalogue catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    /**
     * Result of a renewal.
     *
     * @param renewed whether another certificate is shown since
     * @param sentence what came of it
     * @param checks what each host name showed
     */
    public record Renewed(boolean renewed, String sentence, List<CheckResult> checks) {
        public Renewed {
            checks = List.copyOf(checks);
        }
    }

    /**
     * Renews where it is time: the certificate ends within a while, or lacks a name that is served.
     *
     * @param within how long before its end it is renewed
     * @param force whether it is renewed at any rate
     * @throws MigrationException if it cannot be, with the reason; the old certificate is shown then as before
     */
    public Renewed renew(Duration within, boolean force) throws MigrationException, InterruptedException {
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            ResolvedProject resolved = new ComposeLoader(context.files()).resolve(context.request());
            SettingsFiles settings = SettingsFiles.read(resolved, context.files());
            Evidence evidence = Evidence.of(resolved.project().topology(), catalogue, settings);
            Served served = Served.of(evidence, settings.proxies())
                    .orElseThrow(() -> new MigrationException(
                            "Nothing is served by HTTPS here; iteration 3 (TLS & HTTPS) comes first."));
            return new Work(resolved, served).renew(within, force);
        } catch (ComposeException | EngineException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new MigrationException("The certificate cannot be renewed: " + FileFaults.sentence(e), e);
        }
    }

    /** One renewal. */
    private final class Work {

        private final Path root;
        private final String project;
        private final Served served;
        private final CertificateFiles certificates;

        Work(ResolvedProject resolved, Served served) {
            this.root = resolved.project().directory();
            this.project = resolved.project().topology().project();
            this.served = served;
            this.certificates = new CertificateFiles(root, new Issuer(context.clock(), new SecureRandom()));
        }

        Renewed renew(Duration within, boolean force)
                throws IOException, EngineException, MigrationException, InterruptedException {
            if (!Files.isRegularFile(root.resolve(TlsFiles.ROOT))) {
                takeUp();
                return seen(
                        new Awaited.Trust.AsServed(),
                        Duration.ZERO,
                        served.proxy() + " has read its certificates anew; none is of a private authority.");
            }
            X509Certificate old = certificates.readCertificate(TlsFiles.LEAF);
            Instant ends = old.getNotAfter().toInstant();
            boolean covers = CertificateFiles.covers(old, served.hosts());
            if (!force && covers && context.clock().instant().plus(within).isBefore(ends)) {
                return new Renewed(
                        false, "The certificate is valid until " + ends + "; it is not time yet.", List.of());
            }
            Path leaf = root.resolve(TlsFiles.LEAF);
            byte[] before = Files.readAllBytes(leaf);
            write(
                    leaf,
                    certificates.signed(TlsFiles.leaf(project, served.hosts())).getBytes(StandardCharsets.US_ASCII));
            try {
                takeUp();
                Duration lasts = Issuer.LEAF_LASTS.minus(Duration.ofDays(1));
                return seen(
                        new Awaited.Trust.Roots(TlsFiles.ROOT),
                        lasts,
                        "Renewed: valid until "
                                + certificates
                                        .readCertificate(TlsFiles.LEAF)
                                        .getNotAfter()
                                        .toInstant() + ", shown for "
                                + served.hosts().size() + (served.hosts().size() == 1 ? " name." : " names."));
            } catch (MigrationException | EngineException failed) {
                write(leaf, before);
                takeUp();
                throw failed;
            }
        }

        private void write(Path leaf, byte[] content) throws IOException {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(leaf));
            new OwnedFile(leaf, permissions.isEmpty() ? READABLE : permissions, Optional.empty()).write(content);
        }

        private void takeUp() throws IOException, EngineException, MigrationException {
            switch (served.takeUp()) {
                case Served.TakeUp.SaveAgain(String file) -> {
                    Path dynamic = root.resolve(file);
                    write(dynamic, Files.readAllBytes(dynamic));
                }
                case Served.TakeUp.Command(List<String> command) -> {
                    for (ObservedContainer container : running()) {
                        ExecResult result = context.engine().exec().exec(container.id(), command, EXEC);
                        if (result.exitCode() != 0) {
                            throw new MigrationException(served.proxy() + " did not take up its certificate: "
                                    + String.join(" ", command) + " ended with code " + result.exitCode()
                                    + "; run it by hand to see why.");
                        }
                    }
                }
                case Served.TakeUp.Restart _ -> {
                    for (ObservedContainer container : running()) {
                        context.engine().containers().stop(container.id(), Duration.ofSeconds(10));
                        context.engine().containers().start(container.id());
                    }
                }
            }
        }

        private List<ObservedContainer> running() throws EngineException, MigrationException {
            List<ObservedContainer> running =
                    context.engine().observer().observe().containers(project, served.proxy()).stream()
                            .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                            .toList();
            if (running.isEmpty()) {
                throw new MigrationException("Service " + served.proxy() + " does not run; start it, then try again.");
            }
            return running;
        }

        private Renewed seen(Awaited.Trust trust, Duration lasts, String sentence)
                throws EngineException, MigrationException, InterruptedException {
            Verifier verifier = new Verifier(context.engine(), Patience.real(), context.clock(), root);
            List<CheckResult> checks = new ArrayList<>();
            for (RouteRequest request : served.requests()) {
                checks.add(
                        verifier.web(project, new WebAsk(request, new Awaited.Certificate(trust, lasts, List.of()))));
            }
            Optional<CheckResult> wrong = checks.stream()
                    .filter(check -> check.status() != CheckStatus.PASSED)
                    .findFirst();
            if (wrong.isPresent()) {
                throw new MigrationException("The certificate is not shown: "
                        + wrong.get().subject() + ": " + wrong.get().saw());
            }
            return new Renewed(true, sentence, checks);
        }
    }
}
