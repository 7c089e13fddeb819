package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.LineKind;
import dev.bulkhead.migrate.playbook.Question.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions of iteration 3: where certificates come from, and how strict TLS is. */
final class TlsQuestions {

    static final String CERTIFICATE = "certificate";
    static final String PRIVATE = "private";
    static final String OWN = "own";
    static final String ACME_HTTP = "acme-http";
    static final String ACME_DNS = "acme-dns";
    static final String TAILSCALE = "tailscale";
    static final String OWN_CERTIFICATE = "certificate-file";
    static final String OWN_KEY = "key-file";
    static final String OWN_ROOT = "root-file";
    static final String EMAIL = "email";
    static final String STAGE = "stage";
    static final String STAGING = "staging";
    static final String DIRECTORY = "directory";
    static final String DIRECTORY_ROOT = "directory-root";
    static final String DNS_PROVIDER = "dns-provider";
    static final String VERSIONS = "versions";
    static final String MODERN = "1.3";
    static final String HSTS = "hsts";
    static final String ON = "on";

    static final String ROUTING = "routing";
    static final String NAMES = "names";
    static final String PORTS = "ports";
    static final String ONE_NAME = "one-name";
    static final String PORT_OF = "port-of";
    static final String PORTS_ADDRESS = "ports-address";

    private TlsQuestions() {}

    /** Returns them, with what suits the names of routes filled in. */
    static List<Question> of(Optional<TlsScene> scene) {
        List<String> hosts = scene.map(TlsScene::hosts).orElse(List.of());
        boolean byPort = scene.filter(PortPerService::stands).isPresent();
        return List.of(
                new Question.Choice(
                        ROUTING,
                        "How are services told apart?",
                        "Every name needs to lead here in DNS. Where this machine has a single one, as in a Tailscale network"
                                + " or with one name of dynamic DNS, each service can have a port under it instead.",
                        List.of(
                                new Option(
                                        NAMES, "By their names, all on port 443", "One port is open to the outside."),
                                new Option(
                                        PORTS,
                                        "By ports, under a single name",
                                        "Each service is open by a port of its own again, encrypted and through the"
                                                + " proxy; the names that routes have today go.")),
                        byPort ? PORTS : NAMES),
                line(
                        ONE_NAME,
                        "What is the single name of this machine?",
                        "Only by ports, for instance box.tail1234.ts.net.",
                        hosts.size() == 1 ? hosts.getFirst() : ""),
                line(
                        PORT_OF,
                        "Which port does each service get?",
                        "Only by ports. Port 443, for one of them, is opened without a number.",
                        scene.map(PortPerService::proposed)
                                .map(TlsQuestions::pairs)
                                .orElse("")),
                line(
                        PORTS_ADDRESS,
                        "At which address of this host are the ports open?",
                        "Only by ports: nothing for the address that port 80 is bound to today, else for instance that of"
                                + " the LAN. The engine binds no address of a VPN before that runs.",
                        ""),
                certificate(hosts),
                line(
                        OWN_CERTIFICATE,
                        "Which file holds your own certificate?",
                        "Only with an own certificate: the chain as PEM, inside the project; its folder is mounted.",
                        "tls/own/fullchain.pem"),
                line(
                        OWN_KEY,
                        "Which file holds its key?",
                        "Only with an own certificate: the key as PEM, readable by you alone.",
                        "tls/own/privkey.pem"),
                line(
                        OWN_ROOT,
                        "Which file holds the root that signed it?",
                        "Only where browsers do not know it; the verification holds the certificate against it.",
                        ""),
                line(EMAIL, "Whom does the authority write to?", "Only with ACME: an address of mail, or nothing.", ""),
                new Question.Choice(
                        STAGE,
                        "How far does ACME go?",
                        "Only with Let's Encrypt: its staging has no tight limits, and certificates that no browser trusts.",
                        List.of(
                                new Option(
                                        "production",
                                        "Staging first, then production",
                                        "Production is asked only once staging has signed for every name."),
                                new Option(
                                        STAGING,
                                        "Staging only",
                                        "Browsers warn; come back for production when it has worked.")),
                        "production"),
                line(
                        DIRECTORY,
                        "Which authority is asked by ACME?",
                        "Nothing for Let's Encrypt; else the address of its directory, as of step-ca.",
                        ""),
                line(
                        DIRECTORY_ROOT,
                        "By which root is that authority's own interface trusted?",
                        "Only for an authority of your own: a file inside the project.",
                        ""),
                line(
                        DNS_PROVIDER,
                        "Who runs your DNS?",
                        "Only with ACME by DNS: one of " + CertificateSource.DnsProvider.known()
                                + ". Its token is asked for when the change is applied.",
                        ""),
                new Question.Choice(
                        VERSIONS,
                        "Which versions of TLS are spoken?",
                        "TLS 1.0 and 1.1 are never among them (RFC 8996).",
                        List.of(
                                new Option("1.2", "1.2 and 1.3", "Everything since about 2014 connects."),
                                new Option(MODERN, "1.3 alone", "Devices from before about 2019 stay out.")),
                        "1.2"),
                new Question.Choice(
                        HSTS,
                        "Are browsers told to come by HTTPS alone from then on?",
                        "For half a year after the last visit a browser will not open the name by HTTP, nor let anybody"
                                + " click a bad certificate away. Off in staging.",
                        List.of(
                                new Option("off", "No", "The way back to HTTP stays open."),
                                new Option(ON, "Yes (HSTS)", "Going back leaves such browsers outside.")),
                        "off"));
    }

    private static String pairs(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Question line(String id, String title, String help, String proposed) {
        return new Question.Line(id, title, help, LineKind.FREE, proposed);
    }

    private static Question certificate(List<String> hosts) {
        boolean tailnet = !hosts.isEmpty() && hosts.stream().allMatch(host -> host.endsWith(".ts.net"));
        boolean lan = hosts.isEmpty() || hosts.stream().anyMatch(TlsWishes::isPrivate);
        return new Question.Choice(
                CERTIFICATE,
                "Where do certificates come from?",
                "They are for the names of your routes: " + names(hosts) + ".",
                List.of(
                        new Option(
                                PRIVATE,
                                "A private authority, made here",
                                "Works for any name; its root is installed once on every machine, and a leaf of 30 days is"
                                        + " renewed by a timer."),
                        new Option(
                                ACME_HTTP,
                                "ACME, seen by HTTP",
                                "Let's Encrypt, or an authority of your own; port 80 has to be reached by it."),
                        new Option(
                                ACME_DNS,
                                "ACME, seen by DNS",
                                "Nothing has to be reached; the proxy gets a token for your DNS."),
                        new Option(
                                TAILSCALE,
                                "Tailscale",
                                "For the machine's own name under ts.net; the proxy gets the daemon's socket."),
                        new Option(OWN, "My own certificate", "Files that you have and renew yourself.")),
                tailnet ? TAILSCALE : lan ? PRIVATE : ACME_HTTP);
    }

    private static String names(List<String> hosts) {
        return hosts.isEmpty()
                ? "there are none yet"
                : hosts.size() <= 3
                        ? String.join(", ", hosts)
                        : String.join(", ", hosts.subList(0, 3)) + " and " + (hosts.size() - 3) + " more";
    }
}
