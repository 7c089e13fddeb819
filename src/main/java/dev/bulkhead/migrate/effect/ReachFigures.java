package dev.bulkhead.migrate.effect;

/**
 * Figures of who reaches whom at a moment of a plan.
 *
 * @param flows how many flows have to work
 * @param holding how many of them have a way
 * @param onNew how many have a way by a network that nobody was on before the plan
 * @param openPorts how many ports of the host the LAN reaches
 */
public record ReachFigures(int flows, int holding, int onNew, int openPorts) {}
