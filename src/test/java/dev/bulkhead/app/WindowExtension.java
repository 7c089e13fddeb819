package dev.bulkhead.app;

import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a window of its own; {@link WithWindow} brings it in. */
final class WindowExtension implements BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WindowExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        // The store closes it after the test, also when that failed.
        context.getStore(NAMESPACE).put(TestWindow.class, TestWindow.open());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestWindow.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return window(context);
    }

    private static TestWindow window(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(TestWindow.class, TestWindow.class));
    }
}
