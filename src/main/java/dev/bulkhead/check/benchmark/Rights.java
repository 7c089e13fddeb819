package dev.bulkhead.check.benchmark;

import dev.bulkhead.compose.ResolvedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Rulings on what the kernel lets a container's programs do: users, capabilities, security profiles. */
final class Rights {

    /** Capabilities that the engine gives every container (moby, {@code oci/caps/defaults.go}). */
    private static final Set<String> USUAL = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final String PRIVILEGED = "privileged: true";
    private static final String UNCONFINED = "unconfined";

    private Rights() {}

    static ItemAnswer privileged(StatedProject look) {
        return ItemAnswer.of(look.breaches("privileged", PRIVILEGED));
    }

    /** Beyond the usual ones; or all dropped and some given back, which is how it should be done. */
    static ItemAnswer added(StatedProject look) {
        return ItemAnswer.each(look, service -> {
            if (service.privileged()) {
                return List.of(allCapabilities(service));
            }
            return service.stated().scalars("cap_add").stream()
                    .filter(cap -> isAll(cap) || !(dropsAll(service) || USUAL.contains(name(cap))))
                    .map(cap -> service.breach(
                            cap,
                            "cap_add: " + cap.text(),
                            "Take it away; where its program needs it, drop ALL first and add what it needs."))
                    .toList();
        });
    }

    static ItemAnswer dropped(StatedProject look) {
        return ItemAnswer.each(look, service -> {
            List<Breach> breaches = new ArrayList<>();
            if (service.privileged()) {
                return List.of(allCapabilities(service));
            }
            service.stated().scalars("cap_add").stream()
                    .filter(Rights::isAll)
                    .forEach(cap -> breaches.add(service.breach(
                            cap, "cap_add: " + cap.text(), "Add only the capabilities that its program needs.")));
            if (breaches.isEmpty() && !dropsAll(service)) {
                breaches.add(service.breach(
                        "no cap_drop: ALL",
                        "Write cap_drop: [ALL], and below cap_add the capabilities that its program needs.",
                        "cap_drop"));
            }
            return breaches;
        });
    }

    private static Breach allCapabilities(StatedService service) {
        return service.breach(
                PRIVILEGED + ", which gives it every capability",
                "Remove privileged, and add the capabilities that its program needs.",
                "privileged");
    }

    private static boolean dropsAll(StatedService service) {
        return service.stated().scalars("cap_drop").stream().anyMatch(Rights::isAll);
    }

    private static boolean isAll(ResolvedValue.Scalar cap) {
        return name(cap).equals("ALL");
    }

    private static String name(ResolvedValue.Scalar cap) {
        return cap.text().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
    }

    /** A user that is not stated is the image's, which no file of the project names. */
    static ItemAnswer user(StatedProject look) {
        List<String> open = look.services().stream()
                .filter(service -> service.text("user").isEmpty())
                .map(StatedService::key)
                .toList();
        return ItemAnswer.each(
                        look,
                        service -> service.breachIf(
                                service.text("user").map(Rights::isRoot).orElse(false),
                                "user: " + service.text("user").orElse("") + ", which is root",
                                "Name a user that is not root, by its number.",
                                "user"))
                .but(
                        open,
                        "No user is stated, so it is the one of the image.",
                        "docker image inspect --format '{{.Config.User}}' IMAGE (nothing, 0 or root means root)");
    }

    private static boolean isRoot(String user) {
        String name = user.split(":", 2)[0].strip();
        return name.equals("root") || name.matches("0+");
    }

    static ItemAnswer newPrivileges(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        options(service, "no-new-privileges")
                                .noneMatch(value -> value.isEmpty() || value.equalsIgnoreCase("true")),
                        "no-new-privileges is not set",
                        "Write security_opt: [no-new-privileges:true].",
                        "security_opt"));
    }

    static ItemAnswer seccomp(StatedProject look) {
        return ItemAnswer.each(look, service -> unconfined(service, "seccomp", UNCONFINED));
    }

    static ItemAnswer appArmor(StatedProject look) {
        return hostProfile(look, "apparmor", UNCONFINED, "AppArmor");
    }

    static ItemAnswer seLinux(StatedProject look) {
        return hostProfile(look, "label", "disable", "SELinux");
    }

    static ItemAnswer anyProfile(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> Stream.of(
                                unconfined(service, "seccomp", UNCONFINED),
                                unconfined(service, "apparmor", UNCONFINED),
                                unconfined(service, "label", "disable"))
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    private static ItemAnswer hostProfile(StatedProject look, String option, String off, String what) {
        ItemAnswer told = ItemAnswer.each(look, service -> unconfined(service, option, off));
        return new ItemAnswer(
                told.breaches(),
                ItemAnswer.open(
                                "Nothing else in the files turns it off; whether the host has " + what
                                        + " and it is on, they do not say.",
                                "docker info --format '{{.SecurityOptions}}'")
                        .open());
    }

    /** A privileged container runs without any of them unless one is named (moby, {@code daemon/create.go}). */
    private static List<Breach> unconfined(StatedService service, String option, String off) {
        List<Breach> stated = service.stated().scalars("security_opt").stream()
                .filter(scalar -> option(scalar.text(), option).equals(off))
                .map(scalar -> service.breach(
                        scalar,
                        "security_opt: " + scalar.text(),
                        "Remove it; where its program needs more than the engine's own profile lets it do, name a profile"
                                + " that allows just that."))
                .toList();
        boolean named = options(service, option).findAny().isPresent();
        if (!stated.isEmpty() || named || !service.privileged()) {
            return stated;
        }
        return List.of(service.breach(
                PRIVILEGED + ", which turns the profiles off",
                "Remove privileged, and add the capabilities and devices that it needs.",
                "privileged"));
    }

    private static Stream<String> options(StatedService service, String name) {
        return service.stated().scalars("security_opt").stream()
                .filter(scalar -> scalar.text().equals(name)
                        || scalar.text().startsWith(name + ":")
                        || scalar.text().startsWith(name + "="))
                .map(scalar -> option(scalar.text(), name));
    }

    private static String option(String text, String name) {
        return text.startsWith(name + ":") || text.startsWith(name + "=") ? text.substring(name.length() + 1) : "";
    }
}
