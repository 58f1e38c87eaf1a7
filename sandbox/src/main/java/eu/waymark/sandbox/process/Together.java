package eu.waymark.sandbox.process;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at the same time and gives up all of them as soon as one fails. */
public final class Together {

    private Together() {}

    /** One of the things to do. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    /** Returns when all are done; the first failure interrupts the others and is thrown. */
    public static void run(List<Task> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> running = new ExecutorCompletionService<>(threads);
            for (Task task : tasks) {
                running.submit(() -> {
                    task.run();
                    return true;
                });
            }
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof SandboxProblem problem ? problem : unexpected(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new SandboxProblem("Interrupted", e);
            }
        }
    }

    private static SandboxProblem unexpected(ExecutionException failure) {
        return new SandboxProblem("Unexpected: " + failure.getCause(), failure);
    }
}
