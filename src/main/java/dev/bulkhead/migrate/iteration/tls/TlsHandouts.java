package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.topology.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Handouts of iteration 3, which the operator takes along: the root and how to install it, its renewal, the firewall. */
final class TlsHandouts {

    private final TlsScene scene;
    private final TlsWishes wishes;

    TlsHandouts(TlsScene scene, TlsWishes wishes) {
        this.scene = scene;
        this.wishes = wishes;
    }

    List<Handout> all() {
        List<Handout> all = new ArrayList<>();
        all.add(new Handout(
                "Addresses from now on",
                scene.ports()
                        .map(TlsHandouts::addresses)
                        .orElse(scene.hosts().stream()
                                .map(host -> "https://" + host + "/")
                                .toList())));
        if (wishes.source() instanceof CertificateSource.PrivateAuthority) {
            all.add(root());
            all.add(renewal());
            all.add(timer());
        }
        List<Integer> fresh = scene.encrypted().stream()
                .filter(port -> scene.published(port).isEmpty())
                .toList();
        if (!fresh.isEmpty() && !scene.proxy().onHost()) {
            all.add(firewall(fresh));
        }
        return all;
    }

    private static List<String> addresses(PortPerService ports) {
        List<String> lines = new ArrayList<>();
        ports.ports().forEach((group, port) -> lines.add("https://" + ports.authority(port) + "/   # " + group));
        return lines;
    }

    private static Handout root() {
        return new Handout(
                "The root of your private authority, to be installed once on every machine: " + TlsFiles.ROOT,
                List.of(
                        "Debian, Ubuntu:  sudo cp root.crt /usr/local/share/ca-certificates/bulkhead.crt && sudo update-ca-certificates",
                        "Fedora, RHEL:    sudo cp root.crt /etc/pki/ca-trust/source/anchors/bulkhead.crt && sudo update-ca-trust",
                        "Arch:            sudo trust anchor root.crt",
                        "macOS:           sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain root.crt",
                        "Windows:         certutil -addstore -f ROOT root.crt   (as administrator)",
                        "iOS, iPadOS:     open root.crt, install the profile, then Settings > General > About >"
                                + " Certificate Trust Settings",
                        "Android:         Settings > Security > Encryption & credentials > Install a certificate > CA certificate",
                        "Firefox:         Settings > Privacy & Security > View Certificates > Authorities > Import",
                        "Java programs:   keytool -importcert -cacerts -alias bulkhead -file root.crt",
                        "The root signs for the domains of your routes alone. Its key " + TlsFiles.ROOT_KEY
                                + " never leaves this machine."));
    }

    private static Handout renewal() {
        return new Handout(
                "Renewing the certificate: it lasts 30 days, and is renewed once 10 are left",
                List.of("bulkhead renew PATH          # also after new routes, whose names it lacks"));
    }

    private Handout timer() {
        String unit = "bulkhead-renew-" + scene.input().topology().project();
        return new Handout(
                "The same by a timer of systemd: two files in /etc/systemd/system, then: sudo systemctl enable --now "
                        + unit + ".timer",
                List.of(
                        "# " + unit + ".service",
                        "[Unit]",
                        "Description=Renew the certificate of "
                                + scene.input().topology().project(),
                        "After=docker.service",
                        "[Service]",
                        "Type=oneshot",
                        "ExecStart=/PATH/TO/bulkhead renew /PATH/TO/PROJECT",
                        "",
                        "# " + unit + ".timer",
                        "[Unit]",
                        "Description=Look daily whether the certificate of "
                                + scene.input().topology().project() + " ends soon",
                        "[Timer]",
                        "OnCalendar=daily",
                        "RandomizedDelaySec=1h",
                        "Persistent=true",
                        "[Install]",
                        "WantedBy=timers.target"));
    }

    private Handout firewall(List<Integer> fresh) {
        Optional<String> stated = scene.ports().flatMap(PortPerService::address);
        Optional<String> address =
                stated.or(() -> scene.published(TlsScene.HTTP).flatMap(PortMapping::hostIp));
        if (!fresh.equals(List.of(TlsScene.HTTPS))) {
            return new Handout(
                    "Ports that open" + address.map(ip -> " at " + ip).orElse(" at every address of this host"),
                    fresh.stream()
                            .map(port -> "sudo ufw allow " + port + "/tcp")
                            .toList());
        }
        return new Handout(
                "Port 443 opens" + address.map(ip -> " at " + ip).orElse(" at every address of this host")
                        + ", as port 80 is",
                List.of(
                        "sudo ufw allow 443/tcp                                  # where ufw is used",
                        "sudo firewall-cmd --permanent --add-service=https && sudo firewall-cmd --reload"));
    }
}
