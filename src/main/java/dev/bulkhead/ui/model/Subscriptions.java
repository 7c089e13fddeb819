package dev.bulkhead.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Listeners of something that ends before what it listens to; they are removed together when it ends.
 *
 * <p>Needed only across lifetimes: what is made and left together needs no removal.
 */
public final class Subscriptions implements AutoCloseable {

    private final List<Subscription> open = new ArrayList<>();

    /** Calls with the value as it is now and whenever it changes, until closed. */
    public <T> void follow(ObservableValue<T> value, Consumer<T> listener) {
        add(value.subscribe(listener));
    }

    /** Ends another subscription with these. */
    public void add(Subscription subscription) {
        open.add(subscription);
    }

    /** Returns how many listeners are in place. */
    public int count() {
        return open.size();
    }

    @Override
    public void close() {
        open.forEach(Subscription::unsubscribe);
        open.clear();
    }
}
