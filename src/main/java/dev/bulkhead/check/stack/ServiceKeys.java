package dev.bulkhead.check.stack;

import static dev.bulkhead.check.stack.StackKey.changed;
import static dev.bulkhead.check.stack.StackKey.dropped;
import static dev.bulkhead.check.stack.StackKey.refused;

import java.util.List;

/**
 * What becomes of the keys of a service in a stack (docker/cli 28.5 {@code cli/compose/types}, {@code loader}, {@code convert},
 * each tried with a real {@code docker stack deploy}).
 */
final class ServiceKeys {

    private static final String LIMITS = "Write it as deploy.resources.limits.";
    private static final String OF_THE_HOST =
            "Nothing of a stack does the same; leave such a service with Compose on its host.";

    private static final String NETWORK_MODE = "services.*.network_mode";

    static final List<StackKey> ALL = List.of(
            // What lets a container out of its own namespaces, or gives it more.
            dropped(
                            NETWORK_MODE,
                            "the service no longer uses the network of the other, but joins the stack's default network, so that"
                                    + " what guards the other, such as a VPN, does not guard it",
                            "Leave both with Compose on one host; they can join an attachable overlay.")
                    .when(StackKey.begins("service:", "container:")),
            dropped(
                            NETWORK_MODE,
                            "the service, which is to have no network, joins the stack's default network",
                            "Let it join a network of its own that is internal.")
                    .when(StackKey.word("none")),
            dropped(
                            NETWORK_MODE,
                            "the service leaves the host's network and joins the stack's default network",
                            "Let it join an external network whose name is host.")
                    .when(StackKey.word("host")),
            dropped(NETWORK_MODE, "the service joins the stack's default network", "Name the networks under networks.")
                    .when(StackKey.word("none", "host", "")
                            .or(StackKey.begins("service:", "container:"))
                            .negate()),
            dropped(
                    "services.*.privileged",
                    "the container runs without these rights, and what needs them fails",
                    "Add what it needs with cap_add, or leave the service with Compose on its host."),
            dropped("services.*.devices", "the container does not see the devices", OF_THE_HOST),
            dropped(
                    "services.*.security_opt",
                    "the container runs with the engine's own profiles, and no-new-privileges does not hold",
                    "Set no-new-privileges and the profiles in the daemon.json of each host."),
            dropped("services.*.userns_mode", "the engine's own user namespace counts", OF_THE_HOST),
            dropped("services.*.pid", "the container sees its own processes only", OF_THE_HOST),
            dropped("services.*.ipc", "the container has shared memory of its own", OF_THE_HOST),
            dropped("services.*.cgroup_parent", "the engine chooses the control group", OF_THE_HOST),
            dropped("services.*.cgroupns_mode", "the engine's own mode counts", OF_THE_HOST),
            dropped(
                    "services.*.shm_size",
                    "/dev/shm has the 64 MB of the engine",
                    "Mount one under volumes: type: tmpfs, target: /dev/shm, with tmpfs.size in bytes."),
            dropped(
                    "services.*.tmpfs",
                    "nothing is mounted there and no warning is given, so that a container with read_only cannot write",
                    "Write it under volumes: type: tmpfs, target: the path."),
            // Names and addresses.
            dropped(
                    "services.*.links",
                    "the names behind the colons are not found any more",
                    "Give the other service these names as aliases on a network that both join."),
            dropped(
                    "services.*.external_links",
                    "containers outside the stack are not found by these names",
                    "Join an attachable network that both are on, and use the names there."),
            dropped(
                    "services.*.container_name",
                    "containers are called STACK_SERVICE.NUMBER.ID, and nobody finds this one by the name any more",
                    "Use the service's name, or give it this one as an alias on its networks."),
            dropped("services.*.mac_address", "the engine chooses it", "Remove it from what relies on it."),
            dropped(
                    "services.*.domainname",
                    "the container has no domain name",
                    "Write the whole name under hostname."),
            dropped(
                    "services.*.networks.*.ipv4_address",
                    "the container gets any address of the network, without a warning",
                    "Use the service's name in the place of the address, also in rules and settings of others."),
            dropped(
                    "services.*.networks.*.ipv6_address",
                    "the container gets no such address, without a warning",
                    "Use the service's name in the place of the address."),
            dropped(
                            "services.*.expose",
                            "it is passed over with a warning; services of one network reach each other on any port anyway",
                            "Remove it.")
                    .harmless(),
            // How it is made, started and kept up.
            dropped(
                    "services.*.build",
                    "no image is built, and each host pulls the image of that name",
                    "Build it with docker compose build, push it to a registry that all hosts reach, and name it under image."),
            dropped(
                            "services.*.depends_on",
                            "all services start at once",
                            "Let the program try again until what it needs is there; it is started anew as often as it ends.")
                    .when(StackKey.list().and(StackKey::says)),
            changed(
                            "services.*.restart",
                            "a stack knows no such policy and starts the container anew whenever it ends, also after success",
                            "Write deploy.restart_policy with condition: none.")
                    .when(StackKey.word("no", "false", "")),
            refused(
                    "services.*.depends_on",
                    "it takes a list, and a mapping stands here",
                    "Write it as a list; a stack starts all at once, so let the program try again until what it needs is there."),
            refused("services.*.extends", "", "Write out what it takes over, for instance with docker compose config."),
            refused("services.*.profiles", "", "Move the service to a file that is only deployed when it is wanted."),
            refused("services.*.scale", "", "Write deploy.replicas."),
            refused("services.*.platform", "", "Write deploy.placement.constraints with node.platform.arch."),
            refused("services.*.pull_policy", "", "Remove it; docker stack deploy --resolve-image decides."),
            refused("services.*.runtime", "", "Set default-runtime in the daemon.json of the hosts that have it."),
            refused("services.*.gpus", "", "Write deploy.resources.reservations.generic_resources."),
            refused(
                    "services.*.deploy.resources.reservations.devices",
                    "",
                    "Write deploy.resources.reservations.generic_resources."),
            refused(
                    "services.*.group_add",
                    "",
                    "Give the user these groups in the image, or name a group behind user."),
            refused("services.*.device_cgroup_rules", "", OF_THE_HOST),
            refused("services.*.uts", "", OF_THE_HOST),
            refused("services.*.dns_opt", "", "Write the options into a resolv.conf that is mounted as a config."),
            refused("services.*.volumes_from", "", "Declare the volume, and mount it in both services."),
            refused("services.*.volume_driver", "", "Declare the volume, and name the driver there."),
            refused("services.*.label_file", "", "Write the labels out under labels."),
            refused("services.*.annotations", "", "Remove it, or write labels."),
            refused("services.*.post_start", "", "Run it in the entrypoint."),
            refused("services.*.pre_stop", "", "Run it in the entrypoint when the stop signal comes."),
            refused("services.*.mem_limit", "", LIMITS + "memory."),
            refused(
                    "services.*.memswap_limit",
                    "",
                    "Remove it; a stack limits memory alone, deploy.resources.limits.memory."),
            refused("services.*.mem_reservation", "", "Write it as deploy.resources.reservations.memory."),
            refused("services.*.cpus", "", LIMITS + "cpus, in quotes."),
            refused("services.*.cpu_quota", "", LIMITS + "cpus, in quotes."),
            refused("services.*.cpu_period", "", LIMITS + "cpus, in quotes."),
            refused("services.*.cpu_shares", "", "Write deploy.resources.reservations.cpus, in quotes."),
            refused("services.*.cpuset", "", LIMITS + "cpus, in quotes; no stack binds to processors."),
            refused("services.*.pids_limit", "", LIMITS + "pids."),
            refused(
                    "services.*.deploy.resources.limits.cpus",
                    "it takes text, and a number stands here",
                    "Put the number in quotes."),
            refused(
                    "services.*.deploy.resources.reservations.cpus",
                    "it takes text, and a number stands here",
                    "Put the number in quotes."),
            refused(
                    "services.*.env_file.[]",
                    "it takes the name of a file, and a mapping stands here",
                    "Write the name alone; the file has to be there."),
            refused(
                    "services.*.ports.[].published",
                    "it takes a number, and text stands here",
                    "Take the quotes away; of a range write each port."),
            refused(
                    "services.*.ports.[].host_ip",
                    "",
                    "Remove it: a stack publishes on all addresses of all hosts; close the port with packet rules, or let a proxy reach the service over a network."),
            refused("services.*.ports.[].name", "", "Remove it."),
            refused("services.*.ports.[].app_protocol", "", "Remove it."),
            refused(
                    "services.*.networks.*.gw_priority",
                    "",
                    "Remove it; the network behind the default route is chosen by the engine."),
            refused("services.*.networks.*.priority", "", "Remove it."),
            refused("services.*.networks.*.mac_address", "", "Remove it; the engine chooses one."),
            refused("services.*.networks.*.link_local_ips", "", "Remove it."),
            refused("services.*.networks.*.interface_name", "", "Remove it."),
            refused(
                    "services.*.volumes.[].tmpfs.size",
                    "it takes a number of bytes, and text stands here",
                    "Write the number of bytes without quotes."),
            dropped(
                    "services.*.volumes.[].tmpfs.mode",
                    "the engine's own mode counts, without a warning",
                    "Set the mode in the entrypoint."),
            dropped(
                            "services.*.volumes.[].bind.create_host_path",
                            "a stack makes no directory: the task is rejected until it is there",
                            "Make the directory on every host where the service may run.")
                    .when(StackKey.word("true")),
            dropped(
                            "services.*.volumes.[].bind.recursive",
                            "mounts below the directory are there too, without a warning",
                            "Mount what is wanted alone.")
                    .when(StackKey.word("disabled", "readonly", "writable")),
            dropped(
                    "services.*.volumes.[].bind.selinux",
                    "nothing is relabelled, without a warning",
                    "Label the directory on each host with chcon."));

    private ServiceKeys() {}
}
