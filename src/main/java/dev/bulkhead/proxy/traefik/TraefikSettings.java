package dev.bulkhead.proxy.traefik;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Traefik's static configuration: entry points and the settings of its Docker provider.
 *
 * <p>A file, flags and variables exclude each other; the first that says anything wins (Traefik documentation, Static
 * Configuration).
 *
 * @param values settings by their name in lower case, such as {@code providers.docker.network}
 * @param inFile whether they stand in a file
 */
public record TraefikSettings(Map<String, String> values, boolean inFile) {

    private static final String DOCKER = "providers.docker";
    private static final String ENTRY_POINTS = "entrypoints.";

    public TraefikSettings {
        values = new TreeMap<>(values);
    }

    /**
     * Entry point of Traefik.
     *
     * @param name its name, in lower case
     * @param port the port it listens on; empty where the address cannot be read
     * @param udp whether it takes UDP packets instead of TCP connections
     * @param tls whether routers there are encrypted unless they say otherwise
     */
    public record EntryPoint(String name, Optional<Integer> port, boolean udp, boolean tls) {}

    /** Returns settings of a command's words and a container's variables. */
    public static TraefikSettings of(List<String> command, Map<String, String> environment) {
        Map<String, String> flags = flags(command);
        return new TraefikSettings(flags.isEmpty() ? variables(environment) : flags, false);
    }

    private static Map<String, String> flags(List<String> command) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i);
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                String name = (equals < 0 ? word : word.substring(0, equals)).substring(2);
                boolean next = equals < 0
                        && i + 1 < command.size()
                        && !command.get(i + 1).startsWith("-");
                String value = equals >= 0 ? word.substring(equals + 1) : next ? command.get(i + 1) : "true";
                flags.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return flags;
    }

    private static Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("traefik_")) {
                settings.put(lower.substring("traefik_".length()).replace('_', '.'), value);
            }
        });
        return settings;
    }

    /** Returns whether anything is said of the Docker provider. */
    public boolean statesDocker() {
        return values.keySet().stream().anyMatch(name -> name.equals(DOCKER) || name.startsWith(DOCKER + "."));
    }

    /** Returns whether containers are certainly not looked at: a file says all, and nothing of them. */
    public boolean withoutDocker() {
        return inFile && !statesDocker();
    }

    /** Returns a setting of the Docker provider. */
    private Optional<String> docker(String setting) {
        return Optional.ofNullable(values.get(DOCKER + "." + setting)).filter(value -> !value.isBlank());
    }

    /** Returns the real name of the network that is used where a container states none. */
    public Optional<String> network() {
        return docker("network");
    }

    /** Returns whether containers are served that do not ask to be left out. */
    public boolean exposedByDefault() {
        return docker("exposedbydefault")
                .map(value -> !value.equalsIgnoreCase("false"))
                .orElse(true);
    }

    /** Returns the expression that labels of containers have to meet. */
    public Optional<String> constraints() {
        return docker("constraints");
    }

    /** Returns the rule of routers that state none, as a template. */
    public Optional<String> defaultRule() {
        return docker("defaultrule");
    }

    /** Returns the path in the container of the file that the settings stand in, where flags or variables name one. */
    public Optional<String> configFile() {
        return Optional.ofNullable(values.get("configfile")).filter(value -> !value.isBlank());
    }

    /** Returns the path in the container of the folder of dynamic files. */
    public Optional<String> dynamicFolder() {
        return Optional.ofNullable(values.get("providers.file.directory")).filter(value -> !value.isBlank());
    }

    /** Returns the path in the container of the one dynamic file. */
    public Optional<String> dynamicFile() {
        return Optional.ofNullable(values.get("providers.file.filename")).filter(value -> !value.isBlank());
    }

    /** Returns the entry points, sorted by name. */
    public List<EntryPoint> entryPoints() {
        List<EntryPoint> points = new ArrayList<>();
        values.forEach((name, value) -> {
            if (name.startsWith(ENTRY_POINTS) && name.endsWith(".address")) {
                String point = name.substring(ENTRY_POINTS.length(), name.length() - ".address".length());
                points.add(new EntryPoint(
                        point, port(value), value.toLowerCase(Locale.ROOT).endsWith("/udp"), tls(point)));
            }
        });
        return points;
    }

    /** Returns the entry points of routers that name none: those that are marked so, else all but Traefik's own. */
    public List<EntryPoint> defaultEntryPoints(boolean udp) {
        List<EntryPoint> usual = entryPoints().stream()
                .filter(point -> point.udp() == udp && !point.name().equals("traefik"))
                .toList();
        List<EntryPoint> marked = usual.stream()
                .filter(point -> "true".equalsIgnoreCase(values.get(ENTRY_POINTS + point.name() + ".asdefault")))
                .toList();
        return marked.isEmpty() ? usual : marked;
    }

    private boolean tls(String point) {
        String prefix = ENTRY_POINTS + point + ".http.tls";
        return values.entrySet().stream()
                .anyMatch(setting -> setting.getKey().startsWith(prefix + ".")
                        || (setting.getKey().equals(prefix)
                                && !setting.getValue().equalsIgnoreCase("false")));
    }

    private static Optional<Integer> port(String address) {
        String plain = address.replaceFirst("/.*$", "");
        String digits = plain.substring(plain.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** Names the settings but hides their values, which can be secrets. */
    @Override
    public String toString() {
        return "TraefikSettings" + values.keySet();
    }
}
