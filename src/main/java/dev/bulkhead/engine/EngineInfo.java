package dev.bulkhead.engine;

/**
 * Who answers.
 *
 * @param name what the operator calls it: {@code Docker} or {@code Practice engine}
 * @param version the engine's version, for instance {@code 28.5.2}
 * @param apiVersion the API version agreed on, for instance {@code 1.51}
 * @param address where it was reached
 */
public record EngineInfo(String name, String version, String apiVersion, String address) {}
