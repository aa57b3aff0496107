package kritinfo.oracle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the official validator, offline, over a list of jobs.
 *
 * <p>Usage: {@code Main <node_modules> <work folder> <jobs.ndjson> <results.ndjson> <package folder>...}. A job is one line
 * of {@link Job}, a result one line of {@link Result}, in the order of the jobs.
 */
public final class Main {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int PROGRESS_EVERY = 500;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Path modules = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    List<Job> jobs = readJobs(Path.of(arguments[2]));
    PackageStore store = PackageStore.create(modules, work);
    for (int i = 4; i < arguments.length; i++) store.add(Path.of(arguments[i]));

    PrintStream progress = System.err;
    quieten(work);
    long start = System.currentTimeMillis();
    Oracle oracle = Oracle.load(store);
    oracle.prepare(jobs);
    progress.printf("oracle: ready after %d s%n", seconds(start));
    writeResults(oracle, jobs, Path.of(arguments[3]), progress);
    progress.printf("oracle: %d documents after %d s%n", jobs.size(), seconds(start));
    // The engine leaves a timer running.
    System.exit(0);
  }

  static List<Job> readJobs(Path file) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) jobs.add(JSON.fromJson(line, Job.class).complete());
    }
    return jobs;
  }

  /** The engine prints what it loads, and the stack of each look-up that it would have needed the network for. */
  static void quieten(Path work) throws IOException {
    Files.createDirectories(work);
    PrintStream log = new PrintStream(Files.newOutputStream(work.resolve("engine.log")), true, StandardCharsets.UTF_8);
    System.setOut(log);
    System.setErr(log);
  }

  /** One after the other: on two threads the engine breaks down on a document now and then. */
  private static void writeResults(Oracle oracle, List<Job> jobs, Path file, PrintStream progress) throws IOException {
    try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      for (int i = 0; i < jobs.size(); i++) {
        out.println(JSON.toJson(oracle.validate(jobs.get(i))));
        if ((i + 1) % PROGRESS_EVERY == 0) progress.printf("oracle: %d of %d%n", i + 1, jobs.size());
      }
    }
  }

  private static long seconds(long start) {
    return (System.currentTimeMillis() - start) / 1000;
  }
}
