package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.export.DockerCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The commands that exchange running containers for a stack, service by service, with the way back, as a shell script. */
public final class StackScript {

    private static final String COMMANDS = """

        die() {
            echo "stack.sh: $1" >&2
            exit 1
        }

        # What the environment has counts before what the file says, as with Compose; no value is printed.
        variables() {
            [ -f "$ENV_FILE" ] || return 0
            while IFS= read -r line || [ -n "$line" ]; do
                case "$line" in
                [A-Za-z_]*=*)
                    name=${line%%=*}
                    value=${line#*=}
                    case "$name" in *[!A-Za-z0-9_]*) continue ;; esac
                    case "$value" in
                    \\"*\\") value=${value#\\"} value=${value%\\"} ;;
                    \\'*\\') value=${value#\\'} value=${value%\\'} ;;
                    esac
                    eval "[ -n \\"\\${$name+set}\\" ]" || export "$name=$value"
                    ;;
                esac
            done <"$ENV_FILE"
        }

        deploy() {
            docker stack deploy --with-registry-auth --resolve-image "$RESOLVE" "$@" "$STACK"
        }

        # Containers of Compose: old SERVICE
        old() {
            docker ps -aq --filter "label=com.docker.compose.project=$PROJECT" --filter "label=com.docker.compose.service=$1" \\
                --filter label=com.docker.compose.oneoff=False
        }

        # Tasks that run, which one with a check does only once it is healthy: running SERVICE
        running() {
            docker service ps --filter desired-state=running --format '{{.CurrentState}}' "${STACK}_$1" | grep -c '^Running' || true
        }

        # Waits for a number of tasks: await SERVICE NUMBER
        await() {
            waited=0
            until [ "$(running "$1")" = "$2" ]; do
                waited=$((waited + 1))
                if [ "$waited" -gt "$WAIT" ]; then
                    docker service ps --no-trunc --format '{{.Name}}: {{.CurrentState}} {{.Error}}' "${STACK}_$1" >&2 || true
                    return 1
                fi
                sleep 1
            done
        }

        gone() {
            waited=0
            while [ -n "$(docker ps -aq --filter "label=com.docker.swarm.service.name=${STACK}_$1" --filter status=running)" ]; do
                waited=$((waited + 1))
                [ "$waited" -le "$WAIT" ] || return 1
                sleep 1
            done
        }

        # Gives a service its tasks: scale SERVICE NUMBER
        scale() {
            docker service update --quiet --detach=true --replicas "$2" "${STACK}_$1" >/dev/null
        }

        halt() {
            for each in $(old "$1"); do
                docker update --restart=no "$each" >/dev/null
                docker stop "$each" >/dev/null
            done
        }

        resume() {
            for each in $(old "$1"); do
                docker update "--restart=$2" "$each" >/dev/null
                docker start "$each" >/dev/null
            done
        }

        # Joins the running containers of a service to a network: join SERVICE NETWORK NAME...
        join() {
            service=$1 network=$2
            shift 2
            for each in $(old "$service"); do
                names=
                for name in "$@"; do names="$names --alias $name"; done
                # shellcheck disable=SC2086 # a list of words by intent
                docker network connect $names "$network" "$each" 2>/dev/null ||
                    docker network inspect --format '{{range $id, $_ := .Containers}}{{println $id}}{{end}}' "$network" | grep -q "^$each" ||
                    die "the containers of $service cannot join $network."
            done
        }

        leave() {
            for each in $(old "$1"); do docker network disconnect "$2" "$each" >/dev/null 2>&1 || true; done
        }

        # Exchanges one service: exchange SERVICE NUMBER ORDER RESTART
        exchange() {
            echo "exchanging $1 ($3)"
            [ "$3" = start-first ] || halt "$1"
            if scale "$1" "$2" && await "$1" "$2"; then
                halt "$1"
                echo "$1 runs in the stack"
            else
                scale "$1" 0 || true
                gone "$1" || true
                resume "$1" "$4"
                die "$1 did not come to run in $WAIT seconds (above); its containers run again. stack.sh back takes the rest back."
            fi
        }

        # Takes one service back: restore SERVICE NUMBER ORDER RESTART
        restore() {
            if docker service inspect "${STACK}_$1" >/dev/null 2>&1; then
                [ "$3" != start-first ] || resume "$1" "$4"
                scale "$1" 0
                gone "$1" || die "the tasks of $1 do not end."
            fi
            resume "$1" "$4"
            echo "$1 runs with Compose"
        }
        """;

    private static final String WAYS = """

        case "${1:-}" in
        prepare)
            [ "$(docker info --format '{{.Swarm.ControlAvailable}}')" = true ] || die "this engine manages no swarm; docker swarm init makes one."
            docker stack ls --format '{{.Name}}' | grep -qx "$STACK" && [ -z "${AGAIN:-}" ] &&
                die "there is a stack $STACK already; AGAIN=1 prepares it anew."
            variables
            needs
            docker node update --label-add "bulkhead.$PROJECT=home" "$(docker info --format '{{.Swarm.NodeID}}')" >/dev/null
            store
            # Without tasks first: nothing is started that its containers do already.
            none | deploy -c "$FILE" -c -
            joining
            ;;
        move)
            services move "${2:-}"
            ;;
        update)
            variables
            needs
            deploy -c "$FILE"
            ;;
        status)
            docker service ls --filter "label=com.docker.stack.namespace=$STACK"
            docker ps -a --filter "label=com.docker.compose.project=$PROJECT"
            ;;
        back)
            services back "${2:-}"
            if [ -z "${2:-}" ]; then
                leaving
                docker stack rm "$STACK"
                unstore
                docker node update --label-rm "bulkhead.$PROJECT" "$(docker info --format '{{.Swarm.NodeID}}')" >/dev/null 2>&1 || true
            fi
            ;;
        confirm)
            confirmed
            ;;
        *)
            die "say prepare, move [SERVICE], update, status, back [SERVICE] or confirm; stack.md tells what each does."
            ;;
        esac
        """;

    private StackScript() {}

    /** Returns the POSIX shell script; what is done already is done again without harm. */
    public static String of(MadeStack stack) {
        StringBuilder text = new StringBuilder("#!/bin/sh\n# Exchanges the containers of ")
                .append(stack.name())
                .append(" for its stack, service by service; made by Bulkhead. stack.md tells the steps.\nset -eu\n\n")
                .append("HERE=$(cd \"$(dirname \"$0\")\" && pwd)\nPROJECT=")
                .append(DockerCommands.shell(stack.name()))
                .append("\nSTACK=${STACK:-$PROJECT}\nFILE=$HERE/")
                .append(MadeStack.FILE)
                .append("\nENV_FILE=${ENV_FILE:-$HERE/.env}\nWAIT=${WAIT:-120}\n")
                .append(
                        "# Where no registry is asked which image a name means: RESOLVE=never\nRESOLVE=${RESOLVE:-always}\n")
                .append(COMMANDS);
        function(text, "needs", needs(stack));
        List<String> scaled = new ArrayList<>(List.of("cat <<'END'", "services:"));
        exchanged(stack).forEach(service -> scaled.add("  " + yaml(service.key()) + ": {deploy: {replicas: 0}}"));
        scaled.add("END");
        text.append("\nnone() {\n").append(String.join("\n", scaled)).append("\n}\n");
        function(
                text,
                "store",
                stack.stored().entrySet().stream()
                        .map(entry -> "docker secret inspect " + DockerCommands.shell(entry.getKey())
                                + " >/dev/null 2>&1 || printf %s \"$" + entry.getValue() + "\" | docker secret create "
                                + DockerCommands.shell(entry.getKey()) + " - >/dev/null")
                        .toList());
        function(
                text,
                "unstore",
                stack.stored().keySet().stream()
                        .map(name -> "docker secret rm " + DockerCommands.shell(name) + " >/dev/null 2>&1 || true")
                        .toList());
        function(text, "joining", joins(stack, true));
        function(text, "leaving", joins(stack, false));
        List<StackService> forwards = exchanged(stack);
        function(
                text,
                "services",
                List.of(
                        "case \"$1\" in",
                        "move)\n" + calls("exchange", forwards) + "\n        ;;",
                        "back)\n" + calls("restore", forwards.reversed()) + "\n        ;;",
                        "esac"));
        function(
                text,
                "confirmed",
                forwards.stream()
                        .map(service -> "for each in $(old " + DockerCommands.shell(service.key())
                                + "); do docker rm \"$each\" >/dev/null || true; done")
                        .toList());
        return text.append(WAYS).toString();
    }

    /** Services of which every host runs one have no number and are started by the first deployment. */
    private static List<StackService> exchanged(MadeStack stack) {
        return stack.services().stream()
                .filter(service -> service.replicas().isPresent())
                .toList();
    }

    private static String calls(String command, List<StackService> services) {
        return services.stream()
                .map(service -> {
                    String key = DockerCommands.shell(service.key());
                    return "        case \"$2\" in '' | " + key + ") " + command + " " + key + " "
                            + service.replicas().orElse(1) + " " + (service.startFirst() ? "start-first" : "stop-first")
                            + " " + DockerCommands.shell(service.restart()) + " ;; esac";
                })
                .collect(Collectors.joining("\n"));
    }

    private static List<String> needs(MadeStack stack) {
        List<String> lines = new ArrayList<>();
        stack.variables()
                .forEach(name -> lines.add("[ -n \"${" + name + "+set}\" ] || die 'the variable " + name
                        + " is not set; it is needed by " + MadeStack.FILE + ".'"));
        stack.stored()
                .values()
                .forEach(name -> lines.add("[ -n \"${" + name + "+set}\" ] || die 'the variable " + name
                        + " is not set; a secret takes its value.'"));
        stack.files()
                .forEach(file -> lines.add("[ -s " + DockerCommands.shell(file) + " ] || die "
                        + DockerCommands.shell(file + " is not there or empty, and the swarm is to store it.")));
        return lines;
    }

    private static List<String> joins(MadeStack stack, boolean in) {
        List<String> lines = new ArrayList<>();
        for (StackService service : stack.services()) {
            for (Map.Entry<String, List<String>> network : service.networks().entrySet()) {
                String names = in
                        ? " "
                                + network.getValue().stream()
                                        .map(DockerCommands::shell)
                                        .collect(Collectors.joining(" "))
                        : "";
                lines.add((in ? "join " : "leave ") + DockerCommands.shell(service.key()) + " "
                        + DockerCommands.shell(network.getKey()) + names);
            }
        }
        for (MadeStack.Staying one : stack.staying()) {
            one.networks()
                    .forEach(network -> lines.add((in ? "join " : "leave ") + DockerCommands.shell(one.key()) + " "
                            + DockerCommands.shell(network) + (in ? " " + DockerCommands.shell(one.key()) : "")));
        }
        return lines;
    }

    private static String yaml(String key) {
        return "\"" + key + "\"";
    }

    private static void function(StringBuilder text, String name, List<String> lines) {
        text.append('\n').append(name).append("() {\n");
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        text.append(lines.isEmpty() ? "    :\n}\n" : "}\n");
    }
}
