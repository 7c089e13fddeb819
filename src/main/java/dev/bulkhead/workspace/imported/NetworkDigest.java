package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Digest by which Compose knows again what its file says of a network (compose {@code pkg/compose/hash.go}, NetworkHash): the
 * SHA-256 of the declaration as Go writes it in JSON. What a file may say or leave out alike is tried both ways.
 */
final class NetworkDigest {

    private final Told network;

    NetworkDigest(Told network) {
        this.network = network;
    }

    /** Returns the digests that declarations with these subnets can have. */
    List<String> of(List<Map<String, ?>> pools) {
        List<String> digests = new ArrayList<>();
        for (Optional<String> driver : ways(network.at("Driver"))) {
            for (Optional<String> addresses : ways(network.at("IPAM").at("Driver"))) {
                for (Optional<String> four : ways(network.at("EnableIPv4"))) {
                    for (Optional<String> six : ways(network.at("EnableIPv6"))) {
                        digests.add(digest(text(pools, driver, addresses, List.of(four, six))));
                    }
                }
            }
        }
        return digests;
    }

    private static List<Optional<String>> ways(Told field) {
        return field.value().isEmpty()
                ? List.of(Optional.empty())
                : List.of(Optional.empty(), Optional.of(field.text()));
    }

    private String text(
            List<Map<String, ?>> pools,
            Optional<String> driver,
            Optional<String> addresses,
            List<Optional<String>> families) {
        List<String> fields =
                new ArrayList<>(List.of("\"name\":" + quoted(network.at("Name").text())));
        driver.ifPresent(name -> fields.add("\"driver\":" + quoted(name)));
        Map<String, String> options = NetworkDeclarations.options(network);
        if (!options.isEmpty()) {
            fields.add("\"driver_opts\":" + map(options));
        }
        List<String> ipam = new ArrayList<>();
        addresses.ifPresent(name -> ipam.add("\"driver\":" + quoted(name)));
        if (!pools.isEmpty()) {
            ipam.add("\"config\":[" + pools.stream().map(NetworkDigest::object).collect(Collectors.joining(",")) + "]");
        }
        fields.add("\"ipam\":{" + String.join(",", ipam) + "}");
        for (String flag : List.of("Internal", "Attachable")) {
            if (network.at(flag).truth()) {
                fields.add(quoted(flag.toLowerCase(Locale.ROOT)) + ":true");
            }
        }
        Map<String, String> labels = NetworkDeclarations.labels(network);
        if (!labels.isEmpty()) {
            fields.add("\"labels\":" + map(labels));
        }
        families.getFirst().ifPresent(on -> fields.add("\"enable_ipv4\":" + on));
        families.getLast().ifPresent(on -> fields.add("\"enable_ipv6\":" + on));
        return "{" + String.join(",", fields) + "}";
    }

    private static String object(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":"
                        + (field.getValue() instanceof Map<?, ?> map ? map(map) : quoted("" + field.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String map(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put("" + key, "" + value));
        return sorted.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As Go's encoder writes a text: signs that mean something in HTML by their numbers. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
