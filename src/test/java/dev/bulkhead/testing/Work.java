package dev.bulkhead.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Amount of work that something is, counted in bytes that its thread takes: the same on an idle and on a busy machine. */
public final class Work {

    private Work() {}

    /** Returns the bytes that a call takes on this thread. */
    public static long of(Callable<?> call) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        call.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
