package dev.bulkhead.migrate.iteration.hardening.backup;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Backups of a project's volumes: a service of restic that writes them to a folder of the host, encrypted, and shows at its start
 * that what it wrote can be read again.
 */
public final class Backups {

    private static final String PLACE = "backup";
    private static final String OFTEN = "backup-every";
    private static final String TAKE = "take";
    private static final String LEAVE = "leave";

    private static final String SERVICE = "volume-backup";
    private static final String IMAGE = "restic/restic:0.18.0";
    private static final String SCRIPT = "backup/backup.sh";
    private static final String SECRET = "backup_password";
    private static final String INSIDE = "/run/secrets/" + SECRET;
    private static final int PASSWORD_LENGTH = 40;
    private static final Duration WATCHED = Duration.ofSeconds(20);

    private final ProposalInput input;
    private final SortedMap<String, SortedMap<String, ServiceProfile>> volumes;

    /** Backups of the volumes of a project. */
    public Backups(ProposalInput input) {
        this.input = input;
        this.volumes = volumes(input);
    }

    /** Volume to the services that mount it. */
    private static SortedMap<String, SortedMap<String, ServiceProfile>> volumes(ProposalInput input) {
        SortedMap<String, SortedMap<String, ServiceProfile>> found = new TreeMap<>();
        for (ServiceProfile profile : input.evidence().profiles()) {
            ResolvedValue.Fields stated = input.project().engine().survey().of(profile.key());
            if (stated.get("volumes").orElse(stated) instanceof ResolvedValue.Items(var items)) {
                items.stream()
                        .flatMap(item -> source(item).stream())
                        .forEach(volume -> found.computeIfAbsent(volume, key -> new TreeMap<>())
                                .put(profile.key(), profile));
            }
        }
        return found;
    }

    private static Optional<String> source(ResolvedValue mount) {
        return mount instanceof ResolvedValue.Fields fields
                        && text(fields, "type").equals(Optional.of("volume"))
                ? text(fields, "source")
                : Optional.empty();
    }

    private static Optional<String> text(ResolvedValue.Fields fields, String name) {
        return fields.get(name)
                .flatMap(value ->
                        value instanceof ResolvedValue.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
    }

    /** Services that back up already, this one among them. */
    private Set<String> present() {
        Set<String> present = new TreeSet<>();
        input.evidence().profiles().stream()
                .filter(profile -> profile.key().equals(SERVICE)
                        || profile.known()
                                .filter(entry -> List.of("restic", "duplicati", "kopia", "borgmatic")
                                        .contains(entry.id()))
                                .isPresent())
                .forEach(profile -> present.add(profile.key()));
        return present;
    }

    private boolean offered() {
        return !volumes.isEmpty() && present().isEmpty();
    }

    /** Returns what the plan says of it: how it is proven, or why it is not offered; empty where nothing is to be said. */
    public Optional<String> note(Answers answers) throws AnswersException {
        if (place(answers).isPresent()) {
            return Optional.of(
                    "Service " + SERVICE + " becomes healthy only once files of the volumes were backed up, restored"
                            + " beside, compared byte by byte and removed again; without that it is taken back.");
        }
        return volumes.isEmpty() || present().isEmpty()
                ? Optional.empty()
                : Optional.of("Not offered (a service that backs up volumes): " + String.join(", ", present())
                        + " does; whether a restore works is for you to try.");
    }

    /** Returns the questions; none where there is nothing to back up, or something does so already. */
    public List<Question> questions() {
        if (!offered()) {
            return List.of();
        }
        return List.of(
                new Question.Line(
                        PLACE,
                        "To which folder do backups go?",
                        "A folder of the engine's machine that is there already, such as /mnt/backup/shop on another disk;"
                                + " empty for no backups. restic writes there, encrypted, by a password that is made"
                                + " (secrets/" + SECRET + "): keep it elsewhere too.",
                        Question.LineKind.FREE,
                        ""),
                new Question.Choice(
                        OFTEN,
                        "How often?",
                        "Kept are the last 24 hours, 7 days, 5 weeks and 12 months.",
                        List.of(
                                new Question.Option("21600", "Every six hours", ""),
                                new Question.Option("86400", "Daily", ""),
                                new Question.Option("604800", "Weekly", "")),
                        "86400"),
                new Question.Table(
                        "volume",
                        "Which volumes are backed up?",
                        "They are read as they are, while their services write: what a restore of a database finds is what"
                                + " a power cut leaves at best. Let databases write a dump into a volume as well.",
                        "Volume",
                        List.of(
                                new Question.Option(TAKE, "Back up", "It is mounted read-only."),
                                new Question.Option(LEAVE, "Leave", "Nothing reads it.")),
                        volumes.entrySet().stream()
                                .map(volume -> row(volume.getKey(), volume.getValue()))
                                .toList()));
    }

    private static Question.Row row(String volume, SortedMap<String, ServiceProfile> users) {
        boolean database = users.values().stream().anyMatch(user -> user.role().equals(Optional.of(Role.DATABASE)));
        return new Question.Row(
                "volume." + volume,
                volume,
                "Of " + String.join(", ", users.keySet()) + (database ? ", a database: dump it as well." : "."),
                List.of(TAKE, LEAVE),
                TAKE);
    }

    private List<String> chosen(Answers answers) {
        return volumes.keySet().stream()
                .filter(volume ->
                        answers.value("volume." + volume).filter(TAKE::equals).isPresent())
                .toList();
    }

    private Optional<String> place(Answers answers) throws AnswersException {
        Optional<String> place = answers.value(PLACE).map(String::strip).filter(text -> offered() && !text.isEmpty());
        if (place.isPresent() && !place.get().matches("(/|\\./)[^\\n$]*")) {
            throw new AnswersException("'" + place.get() + "' is no folder that backups can go to: answer '" + PLACE
                    + "' with a whole path such as /mnt/backup/shop, or one beside the project such as ./backups.");
        }
        return place.filter(_ -> !chosen(answers).isEmpty());
    }

    /**
     * Returns the phase that adds the service, where the operator named a place.
     *
     * @throws AnswersException if that is none
     */
    public Optional<Phase> phase(Answers answers) throws AnswersException {
        Optional<String> place = place(answers);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        String title = "Back up volumes";
        List<ProjectEdit> edits = List.of(
                new FileEdit.WriteFile(SCRIPT, BackupScript.TEXT),
                new FieldEdit.AddElement(
                        new Element.SecretElement(SECRET),
                        FieldValue.fields().with("file", FieldValue.text("./secrets/" + SECRET))),
                new FieldEdit.AddElement(
                        Element.service(SERVICE),
                        service(place.get(), answers.value(OFTEN).orElse("86400"), chosen(answers))));
        Phase phase = new Phase(
                title,
                new ProjectEdit.Series(title, edits),
                List.of(),
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                new TreeMap<>(),
                new Gates(
                        List.of(),
                        new TreeMap<>(),
                        // It is healthy only once a restore has succeeded.
                        List.of(new Gate.StaysWell(List.of(SERVICE), WATCHED)),
                        Gates.Otherwise.PHASE));
        return Optional.of(phase.with(List.of(new SecretFile(
                "secrets/" + SECRET,
                new SecretSource.Generated(SecretSource.Form.LETTERS_AND_DIGITS, PASSWORD_LENGTH, true)))));
    }

    private static FieldValue.Fields service(String place, String seconds, List<String> volumes) {
        Stream<FieldValue> mounts = Stream.concat(
                Stream.of(
                        FieldValue.text("./" + SCRIPT + ":/backup.sh:ro"),
                        FieldValue.fields()
                                .with("type", FieldValue.text("bind"))
                                .with("source", FieldValue.text(place))
                                .with("target", FieldValue.text("/repository"))
                                .with("bind", FieldValue.fields().with("create_host_path", FieldValue.flag(false)))),
                volumes.stream().map(volume -> FieldValue.text(volume + ":/data/" + volume + ":ro")));
        return FieldValue.fields()
                .with("image", FieldValue.text(IMAGE))
                .with("restart", FieldValue.text("unless-stopped"))
                .with("entrypoint", FieldValue.texts("/bin/sh", "/backup.sh"))
                .with("command", FieldValue.texts("run"))
                .with(
                        "environment",
                        FieldValue.fields()
                                .with("RESTIC_REPOSITORY", FieldValue.text("/repository"))
                                .with("RESTIC_PASSWORD_FILE", FieldValue.text(INSIDE))
                                .with("INTERVAL", FieldValue.text(seconds)))
                .with("secrets", FieldValue.texts(SECRET))
                .with("volumes", new FieldValue.Items(mounts.toList()))
                .with("network_mode", FieldValue.text("none"))
                .with("security_opt", FieldValue.texts("no-new-privileges:true"))
                .with("cap_drop", FieldValue.texts("ALL"))
                // Files of any user are read, and restored as that user's.
                .with("cap_add", FieldValue.texts("CHOWN", "DAC_OVERRIDE", "FOWNER"))
                .with(
                        "healthcheck",
                        FieldValue.fields()
                                .with(
                                        "test",
                                        FieldValue.texts(
                                                "CMD-SHELL",
                                                "[ -e " + BackupScript.PROVEN + " ] && [ ! -e " + BackupScript.FAILED
                                                        + " ]"))
                                .with("interval", FieldValue.text("5s"))
                                .with("timeout", FieldValue.text("5s"))
                                .with("retries", FieldValue.number(24)));
    }

    /** Returns what the operator takes along. */
    public List<Handout> handouts(Answers answers) throws AnswersException {
        if (place(answers).isEmpty()) {
            return List.of();
        }
        String exec = "docker compose exec " + SERVICE + " ";
        List<String> lines = new ArrayList<>();
        lines.add("# Without secrets/" + SECRET + " nobody reads the backups: keep a copy on another machine.");
        lines.add(exec + "restic snapshots");
        lines.add(exec + "sh /backup.sh prove     # the restore test once more");
        lines.add(
                "# All of a volume (named as docker volume ls has it), while its service is stopped, in the project's directory:");
        for (String volume : chosen(answers)) {
            lines.add("docker compose run --rm --entrypoint restic -v "
                    + input.project().topology().project() + "_" + volume
                    + ":/back/data/" + volume + " " + SERVICE + " restore latest --tag volumes --include /data/"
                    + volume
                    + " --target /back");
        }
        return List.of(new Handout("Backups, and how they are restored", lines));
    }
}
