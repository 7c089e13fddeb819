package dev.bulkhead.reach.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts that a service is told of in variables and labels: in addresses, and in variables that name a host. */
public final class NamedHosts {

    private static final Pattern ADDRESS =
            Pattern.compile("([a-z][a-z0-9+.-]*)://(?:[^/@\\s]*@)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\\d{1,5}))?");
    private static final Pattern HOST_VARIABLE =
            Pattern.compile(".*(^|_)(HOST|HOSTS|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ENDPOINT|BROKER|BROKERS)$");
    private static final Pattern CLIENT =
            Pattern.compile("(?:\\s-h|\\s--host(?:name)?)[\\s=]+([A-Za-z0-9][A-Za-z0-9_.-]*)"
                    + "(?:.*?\\s(?:-p|--port)[\\s=]+(\\d{1,5}))?");
    private static final Pattern NETCAT =
            Pattern.compile("\\bnc(?:at)?\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*([A-Za-z][A-Za-z0-9_.-]*)\\s+(\\d{1,5})");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\\d{1,5}))?");

    private static final Map<String, Integer> SCHEME_PORTS = Map.ofEntries(
            Map.entry("http", 80),
            Map.entry("ws", 80),
            Map.entry("https", 443),
            Map.entry("wss", 443),
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("mongodb", 27017),
            Map.entry("amqp", 5672),
            Map.entry("bolt", 7687),
            Map.entry("neo4j", 7687),
            Map.entry("nats", 4222),
            Map.entry("mqtt", 1883),
            Map.entry("ldap", 389),
            Map.entry("ldaps", 636));

    /** A host as it is named, with the variable or label that names it; values are left out, they can be secrets. */
    public record Named(String host, Optional<Integer> port, String where) {}

    private NamedHosts() {}

    /** Returns the hosts that variables or labels name, in their order. */
    public static List<Named> in(Map<String, String> settings) {
        List<Named> found = new ArrayList<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            // Most values are no addresses, and there are many of them.
            if (setting.getValue().contains("://")) {
                Matcher address = ADDRESS.matcher(setting.getValue());
                while (address.find()) {
                    found.add(new Named(address.group(2), port(address), setting.getKey()));
                }
            }
            if (HOST_VARIABLE.matcher(setting.getKey().toUpperCase(Locale.ROOT)).matches()) {
                found.addAll(plain(setting.getKey(), setting.getValue(), settings));
            }
        }
        return found;
    }

    private static Optional<Integer> port(Matcher address) {
        return address.group(3) != null
                ? Optional.of(Integer.valueOf(address.group(3)))
                : Optional.ofNullable(SCHEME_PORTS.get(address.group(1).toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the hosts that a command line names: in addresses, behind the options of clients, and as netcat is told them.
     *
     * @param where what runs it, for the reason
     */
    public static List<Named> inCommand(String where, String line) {
        List<Named> found = new ArrayList<>(in(Map.of(where, line)));
        for (Pattern form : List.of(CLIENT, NETCAT)) {
            form.matcher(line)
                    .results()
                    .forEach(host -> found.add(new Named(
                            host.group(1), Optional.ofNullable(host.group(2)).map(Integer::valueOf), where)));
        }
        return found;
    }

    private static List<Named> plain(String variable, String value, Map<String, String> settings) {
        List<Named> found = new ArrayList<>();
        for (String part : value.split("[,;\\s]+", -1)) {
            Matcher host = HOST.matcher(part);
            if (host.matches()) {
                Optional<Integer> stated = Optional.ofNullable(host.group(2)).map(Integer::valueOf);
                found.add(new Named(host.group(1), stated.or(() -> companion(variable, settings)), variable));
            }
        }
        return found;
    }

    /** Returns the port in the variable beside it: {@code REDIS_PORT} beside {@code REDIS_HOST}. */
    private static Optional<Integer> companion(String variable, Map<String, String> settings) {
        int cut = variable.lastIndexOf('_');
        String port = cut < 0 ? "PORT" : variable.substring(0, cut) + "_PORT";
        return Optional.ofNullable(settings.get(port))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }
}
