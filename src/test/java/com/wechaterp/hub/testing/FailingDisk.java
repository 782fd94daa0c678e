package com.wechaterp.hub.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A disk below H2 that can be full or broken: {@code jdbc:h2:failing:/path/…}. Nothing is written
 * while it fails, and what was written before can be read.
 */
public final class FailingDisk extends FilePathWrapper {

  private static final String SCHEME = "failing";
  private static volatile @Nullable String failure;

  /** Makes the scheme known to H2. */
  public static void plugIn() {
    failure = null;
    FilePath.register(new FailingDisk());
  }

  /** Lets every write fail as on a full disk. */
  public static void fill() {
    failure = "No space left on device";
  }

  /** Lets every write fail for another reason. */
  public static void fail(String reason) {
    failure = reason;
  }

  /** Lets writes through again. */
  public static void mend() {
    failure = null;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static final class Channel extends FileBaseDefault {

    private final FileChannel disk;

    Channel(FileChannel disk) {
      this.disk = disk;
    }

    private static void requireRoom() throws IOException {
      String reason = failure;
      if (reason != null) {
        throw new IOException(reason);
      }
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return disk.read(into, position);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      requireRoom();
      return disk.write(from, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      requireRoom();
      disk.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      requireRoom();
      disk.force(metaData);
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return disk.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      disk.close();
    }
  }
}
