package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.compose.stack.StackNote;
import dev.bulkhead.compose.stack.StackProject.EnvironmentFile;
import dev.bulkhead.compose.stack.StackProject.OddLine;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings about what the client reads otherwise than Compose before it looks at keys: variables, documents, tags, files. */
final class NotePart {

    private static final String EXPORT =
            "Set it in the environment of the command: set -a; . ./.env; set +a; docker stack deploy.";

    private final StackLook look;

    NotePart(StackLook look) {
        this.look = look;
    }

    void run() {
        Map<String, List<StackNote.OnlyForCompose>> variables = new LinkedHashMap<>();
        for (StackFile file : look.stack().files()) {
            for (StackNote note : file.notes()) {
                if (note instanceof StackNote.OnlyForCompose only) {
                    variables
                            .computeIfAbsent(only.variable(), _ -> new ArrayList<>())
                            .add(only);
                } else {
                    tell(note, file.name());
                }
            }
        }
        variables.values().forEach(this::variable);
        look.stack().environmentFiles().forEach(this::file);
    }

    /** One variable is one thing to set, wherever it stands. */
    private void variable(List<StackNote.OnlyForCompose> places) {
        StackNote.OnlyForCompose first = places.getFirst();
        int more = places.size() - 1;
        boolean ofCompose =
                first.variable().startsWith("COMPOSE_") || first.variable().equals("PWD");
        look.tell(
                StackFate.CHANGED,
                Severity.WARNING,
                first.path(),
                first.at(),
                "the variable " + first.variable()
                        + (ofCompose
                                ? " is set by Compose alone"
                                : " has its value from .env, which docker stack deploy does not read")
                        + (more == 0 ? "" : ", here and in " + more + (more == 1 ? " other place" : " other places")),
                ofCompose ? "Write the value itself." : EXPORT);
    }

    private void tell(StackNote note, String file) {
        switch (note) {
            case StackNote.OnlyForCompose _ -> throw new IllegalStateException("told by variable");
            case StackNote.ReadOtherwise(var at, var path) ->
                look.tell(
                        StackFate.CHANGED,
                        Severity.WARNING,
                        path,
                        at,
                        "its variables are read otherwise: a default ends at the first closing brace and holds no variables,"
                                + " and $NAME-x stands for NAME with the default x",
                        "Write ${NAME} with braces, and defaults without variables.");
            case StackNote.Unreadable(var at, var path, var why) ->
                look.tell(
                        StackFate.REFUSED,
                        Severity.ERROR,
                        path,
                        at,
                        "the text " + why,
                        why.contains("form")
                                ? "Write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a dollar sign."
                                : EXPORT);
            case StackNote.NotStored(var at, var path, var stored, var why) ->
                look.tell(
                        StackFate.REFUSED,
                        Severity.ERROR,
                        path,
                        at,
                        "the file " + stored + " " + why + ", so that the swarm cannot store it",
                        "Name a file that is there, or declare it external and make it with docker secret or config create.");
            case StackNote.FurtherDocument(var at) ->
                look.tell(
                        StackFate.DROPPED,
                        Severity.WARNING,
                        List.of("this document"),
                        at,
                        "of " + file + " only the first document is read, without a warning",
                        "Write it into a file of its own, and hand that over with -c too.");
            case StackNote.PassedOver(var at, var path, var tag) ->
                look.tell(
                        StackFate.CHANGED,
                        Severity.WARNING,
                        path,
                        at,
                        "the tag " + tag + " is passed over, so that what earlier files say stays",
                        "Take the part out of the earlier file.");
        }
    }

    private void file(EnvironmentFile file) {
        List<String> path = List.of("services", file.service(), "env_file");
        if (!file.there()) {
            look.tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    path,
                    file.at(),
                    "the file " + file.name() + " is not there, and none may be missing",
                    "Make the file, an empty one if need be, or remove the line.");
            return;
        }
        for (OddLine line : file.lines()) {
            look.tell(
                    line.refused() ? StackFate.REFUSED : StackFate.CHANGED,
                    line.refused() ? Severity.ERROR : Severity.WARNING,
                    path,
                    new SourceMark(file.name(), line.number(), 1),
                    "in " + file.name() + " the variable " + line.variable() + " " + line.how(),
                    "Write NAME=value with nothing else on the line: no quotes, comments, variables or blanks.");
        }
    }
}
