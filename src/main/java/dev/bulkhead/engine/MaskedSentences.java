package dev.bulkhead.engine;

import dev.bulkhead.topology.SecretValues;

/** Runs calls whose failures may repeat secrets, and masks those. */
record MaskedSentences(SecretValues secrets) {

    /** A call with an answer. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws EngineException;
    }

    /** A call without an answer. */
    @FunctionalInterface
    interface Order {
        void give() throws EngineException;
    }

    <T> T of(Question<T> question) throws EngineException {
        try {
            return question.ask();
        } catch (EngineException e) {
            throw masked(e);
        }
    }

    void in(Order order) throws EngineException {
        try {
            order.give();
        } catch (EngineException e) {
            throw masked(e);
        }
    }

    private EngineException masked(EngineException e) {
        String masked = secrets.mask(e.sentence());
        // Without its cause, whose message is likely to hold the same.
        return masked.equals(e.sentence()) ? e : new EngineException(e.kind(), masked);
    }
}
