package dev.bulkhead.architecture.bad.reach;

import com.fasterxml.jackson.databind.JsonNode;

/** Reachability that depends on how a file is spelled. */
public record ReadsYaml(JsonNode node) {}
