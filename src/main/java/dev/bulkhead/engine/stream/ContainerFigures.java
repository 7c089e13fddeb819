package dev.bulkhead.engine.stream;

/**
 * Figures of what one container uses at one moment.
 *
 * @param container its id, as it was asked for
 * @param processors processors in use; 1.5 is one and a half of them
 * @param memory bytes of memory, without what the kernel keeps of files
 * @param received bytes received over all its networks since its start
 * @param sent bytes sent over all its networks since its start
 * @param processes processes and threads in it; 0 where the engine does not count them
 */
public record ContainerFigures(
        String container, double processors, long memory, long received, long sent, long processes) {}
