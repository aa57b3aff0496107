package kritinfo.oracle;

import com.google.gson.Gson;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the official validator: how long from the start of the process until the first document is judged, and how long
 * a document takes when the engine is warm. One thread; the compiler and the garbage collector of Java have others.
 *
 * <p>Usage: {@code Warm <node_modules> <work folder> <jobs.ndjson> <seconds> <package folder>...}. Goes through all jobs
 * again and again for so many seconds, and prints one line of {@link Figures}.
 */
public final class Warm {
  private static final int LEAST_ROUNDS = 3;
  private static final double NANOS = 1e9;

  private Warm() {}

  /**
   * @param ready seconds from the start of the process until the engine has loaded all packages
   * @param first seconds from the start of the process until the first document is judged
   * @param warm seconds of processor that the validating thread takes for one round, the best of all rounds
   * @param errors findings of severity fatal or error in one round
   * @param crashes documents that the engine broke down on
   */
  record Figures(double ready, double first, double warm, int rounds, int errors, int crashes) {}

  public static void main(String[] arguments) throws Exception {
    PrintStream answer = System.out;
    Path work = Path.of(arguments[1]);
    List<Job> jobs = Main.readJobs(Path.of(arguments[2]));
    PackageStore store = PackageStore.create(Path.of(arguments[0]), work);
    for (int i = 4; i < arguments.length; i++) store.add(Path.of(arguments[i]));
    Main.quieten(work);
    // As the command line does: snapshots are generated when a document asks for them.
    Oracle oracle = Oracle.loadLazily(store);
    double ready = sinceStart();
    oracle.validate(jobs.get(0));
    Figures figures = measure(oracle, jobs, ready, sinceStart(), Double.parseDouble(arguments[3]));
    answer.println(new Gson().toJson(figures));
    // The engine leaves a timer running.
    System.exit(0);
  }

  private static Figures measure(Oracle oracle, List<Job> jobs, double ready, double first, double seconds) {
    double best = Double.POSITIVE_INFINITY;
    List<Result> results = List.of();
    long begin = System.nanoTime();
    int rounds = 0;
    while (rounds < LEAST_ROUNDS || System.nanoTime() - begin < seconds * NANOS) {
      long start = processor();
      results = jobs.stream().map(oracle::validate).toList();
      best = Math.min(best, (processor() - start) / NANOS);
      rounds++;
    }
    int errors = results.stream().mapToInt(result -> result.errors().size()).sum();
    int crashes = (int) results.stream().filter(result -> result.crash() != null).count();
    return new Figures(ready, first, best, rounds, errors, crashes);
  }

  /** Time of processor, of which other programs on the machine take none away. */
  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double sinceStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
  }
}
