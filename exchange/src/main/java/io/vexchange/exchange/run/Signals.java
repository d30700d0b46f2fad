package io.vexchange.exchange.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * SIGTERM, SIGINT and SIGHUP, as often as they come. A shutdown hook sees the first only, and ends with the signal's status instead of 0.
 * The JDK offers it in {@code sun.misc}, which the compiler warns of, so it is called by name.
 */
final class Signals {
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private Signals() {}

    /**
     * @param action at each signal, on a thread of its own
     * @throws IllegalStateException when this JVM has no such thing
     */
    static void handle(final Runnable action) {
        try {
            final Class<?> signal = Class.forName("sun.misc.Signal");
            final Class<?> handler = Class.forName("sun.misc.SignalHandler");
            final Method register = signal.getMethod("handle", signal, handler);
            final Object ignore = handler.getField("SIG_IGN").get(null);
            for (final String name : NAMES) {
                final Object each = signal.getConstructor(String.class).newInstance(name);
                final Object before = register.invoke(null, each, proxy(handler, action));
                if (ignore.equals(before)) {
                    register.invoke(null, each, ignore); // as nohup and a shell's background jobs want it
                }
            }
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("signals cannot be handled", e);
        }
    }

    private static Object proxy(final Class<?> handler, final Runnable action) {
        final InvocationHandler handling = (self, method, arguments) -> {
            switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    return null;
                }
                case "equals" -> {
                    return self == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(self);
                }
                default -> {
                    return handler.getName();
                }
            }
        };
        return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, handling);
    }
}
