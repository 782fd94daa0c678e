package com.wechaterp.hub.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * An agent of the Java machine that lets one process have a wrong clock, while everybody else's on
 * this machine is right.
 *
 * <p>It shifts {@code java.time}, from which the hub, H2 and db-scheduler take the time. What asks
 * {@link System#currentTimeMillis()} measures only how long something takes.
 */
public final class WrongClock {

  private static final String AHEAD = "faults.clock.ahead";

  private WrongClock() {}

  /** Returns the options of a Java machine whose clock is ahead, or behind if it is negative. */
  static List<String> options(Path folder, Duration ahead) throws IOException {
    Path jar = Files.createDirectories(folder).resolve("wrong-clock.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", WrongClock.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest)) {
      for (Class<?> each : List.of(WrongClock.class, Shift.class)) {
        String name = each.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream bytes = WrongClock.class.getClassLoader().getResourceAsStream(name)) {
          Objects.requireNonNull(bytes).transferTo(entries);
        }
      }
    }
    return List.of("-javaagent:" + jar.toAbsolutePath(), "-D" + AHEAD + "=" + ahead.toSeconds());
  }

  /** Called by the Java machine before the hub's own main. */
  public static void premain(String arguments, Instrumentation machine) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .ignore(ElementMatchers.none())
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .type(ElementMatchers.named("java.time.Clock"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Shift.class).on(ElementMatchers.named("currentInstant"))))
        .installOn(machine);
  }

  /** Becomes a part of {@code java.time.Clock}, so it may use nothing but Java's own classes. */
  static final class Shift {

    private Shift() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Instant now) {
      now = now.plusSeconds(Long.getLong("faults.clock.ahead", 0));
    }
  }
}
