package dev.bulkhead.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the operator looks, without a toolkit. */
class NavigationViewModelTest {

    @Test
    void askingForTheSameElementAgainIsHeardAgain() {
        NavigationViewModel navigation = new NavigationViewModel();
        List<Optional<GraphElement>> heard = new ArrayList<>();
        navigation.targetProperty().addListener((property, old, now) -> heard.add(now));
        GraphElement web = new Element.ServiceElement("web");

        navigation.reveal(web);
        navigation.reveal(web);

        assertThat(heard).containsExactly(Optional.of(web), Optional.empty(), Optional.of(web));
    }
}
