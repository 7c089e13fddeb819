package dev.bulkhead.compose.yaml;

/**
 * Limits of what one file may hold before it is refused, so that a hostile one costs bounded time and memory.
 *
 * @param depth how deep collections may nest
 * @param nodes how many values there may be, each alias counted as all that it stands for
 */
public record YamlLimits(int depth, int nodes) {

    /** Far above any project found in the wild (10,000 services are about 500,000 values). */
    public static final YamlLimits DEFAULT = new YamlLimits(100, 2_000_000);
}
