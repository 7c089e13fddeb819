package dev.bulkhead.engine.observed;

/**
 * Ticket with which an engine may join a Swarm. Whoever has its token can join too, so it is handed from one engine to the other
 * in memory, and is never written, logged or told.
 *
 * @param token the secret
 * @param manager address of a manager, with its port
 */
public record JoinTicket(String token, String manager) {

    /** Hides the token. */
    @Override
    public String toString() {
        return "JoinTicket[" + manager + "]";
    }
}
