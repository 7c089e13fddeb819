package dev.bulkhead.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

/** Listeners that end before what they listen to. */
class SubscriptionsTest {

    @Test
    void aValueIsFollowedFromNowOnUntilTheSubscriptionsAreClosed() {
        SimpleStringProperty value = new SimpleStringProperty("first");
        List<String> seen = new ArrayList<>();
        Subscriptions subscriptions = new Subscriptions();

        subscriptions.follow(value, seen::add);
        value.set("second");
        subscriptions.close();
        value.set("third");

        assertThat(seen).containsExactly("first", "second");
        assertThat(subscriptions.count()).isZero();
    }
}
