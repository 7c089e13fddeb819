package dev.bulkhead.check.stack;

import static dev.bulkhead.check.stack.StackCase.failsBelow;
import static dev.bulkhead.check.stack.StackCase.showsBelow;

import java.util.List;
import java.util.Map;

/** The cases about networks, secrets, configs, variables and the top of a file: for each key of the tables a project that has it. */
final class StackResourceCases {

    private static final String NO_KEY = "Additional property";

    static final List<StackCase> ALL = List.of(
            failsBelow("refuses name at the top of the file", "", "name: shop", NO_KEY),
            failsBelow("refuses include at the top of the file", "", "include: [more.yaml]", NO_KEY)
                    .with(Map.of("more.yaml", "services: {db: {image: 'bb:1'}}\n")),
            failsBelow(
                    "refuses version at the top of the file", "", "version: '2.4'", "unsupported Compose file version"),
            failsBelow(
                    "refuses networks.n.driver_opts of the service web: it is a key that stack files have since",
                    "networks: {n: {driver_opts: {a: b}}}",
                    "networks: {n: {}}\nversion: '3.8'",
                    NO_KEY),
            failsBelow(
                            "refuses build.platforms of the service web: it is a key that stack files have since version 3.11",
                            "build: {context: ., platforms: [linux/amd64]}\nimage: bb:1",
                            "version: '3.8'",
                            NO_KEY)
                    .with(Map.of("Dockerfile", "FROM scratch\n")),
            failsBelow(
                    "refuses driver of the network n",
                    "networks: [n]",
                    "networks: {n: {driver: bridge}}",
                    "cannot be used with services"),
            failsBelow(
                    "refuses external of the network n",
                    "networks: [n]",
                    "networks: {n: {external: true}}",
                    "could not be found"),
            failsBelow(
                    "refuses enable_ipv6 of the network n",
                    "networks: [n]",
                    "networks: {n: {enable_ipv6: true}}",
                    NO_KEY),
            failsBelow(
                    "refuses enable_ipv4 of the network n",
                    "networks: [n]",
                    "networks: {n: {enable_ipv4: true}}",
                    NO_KEY),
            failsBelow(
                    "refuses ipam.config[].gateway of the network n",
                    "networks: [n]",
                    "networks: {n: {ipam: {config: [{subnet: 10.9.8.0/24, gateway: 10.9.8.1}]}}}",
                    NO_KEY),
            failsBelow(
                    "refuses ipam.config[].ip_range of the network n",
                    "networks: [n]",
                    "networks: {n: {ipam: {config: [{subnet: 10.9.8.0/24, ip_range: 10.9.8.0/25}]}}}",
                    NO_KEY),
            failsBelow(
                    "refuses ipam.config[].aux_addresses of the network n",
                    "networks: [n]",
                    "networks: {n: {ipam: {config: [{subnet: 10.9.8.0/24, aux_addresses: {a: 10.9.8.9}}]}}}",
                    NO_KEY),
            failsBelow(
                    "refuses ipam.options of the network n",
                    "networks: [n]",
                    "networks: {n: {ipam: {options: {a: b}}}}",
                    NO_KEY),
            failsBelow(
                    "refuses environment of the secret s", "secrets: [s]", "secrets: {s: {environment: HOME}}", NO_KEY),
            failsBelow("refuses content of the config c", "configs: [c]", "configs: {c: {content: x}}", NO_KEY),
            failsBelow(
                    "refuses environment of the config c", "configs: [c]", "configs: {c: {environment: HOME}}", NO_KEY),
            failsBelow(
                    "refuses file of the secret s: the file ./gone.txt is not there",
                    "secrets: [s]",
                    "secrets: {s: {file: ./gone.txt}}",
                    "no such file"),
            failsBelow(
                            "refuses file of the secret s: the file ./s.txt is empty",
                            "secrets: [s]",
                            "secrets: {s: {file: ./s.txt}}",
                            "must be larger than 0")
                    .with(Map.of("s.txt", "")),
            failsBelow(
                            "refuses file of the config c: the file ./c.txt is empty",
                            "configs: [c]",
                            "configs: {c: {file: ./c.txt}}",
                            "must be larger than 0")
                    .with(Map.of("c.txt", "")),
            showsBelow(
                            "changes file of the secret s",
                            "secrets: [s]",
                            "secrets: {s: {file: ./s.txt}}",
                            "{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).SecretName}}",
                            "_s")
                    .with(Map.of("s.txt", "secret")),
            showsBelow(
                            "changes file of the config c",
                            "configs: [c]",
                            "configs: {c: {file: ./c.txt}}",
                            "{{(index .Spec.TaskTemplate.ContainerSpec.Configs 0).ConfigName}}",
                            "_c")
                    .with(Map.of("c.txt", "config")),
            showsBelow(
                    "drops driver_opts.com.docker.network.bridge.enable_icc of the network n",
                    "networks: [n]",
                    "networks: {n: {driver_opts: {com.docker.network.bridge.enable_icc: 'false'}}}",
                    "{{.Spec.Name}}",
                    "web"),
            failsBelow(
                            "refuses environment[] of the service web: the text demands",
                            "environment: ['T=${A:?no}']",
                            "",
                            "required variable A is missing a value")
                    .with(Map.of(".env", "A=b\n")),
            failsBelow(
                    "refuses environment[] of the service web: the text writes a variable",
                    "environment: ['T=${A:+b}']",
                    "",
                    "invalid interpolation format"));

    private StackResourceCases() {}
}
