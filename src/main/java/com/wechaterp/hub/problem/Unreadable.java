package com.wechaterp.hub.problem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file of the admin's cannot be read. */
public final class Unreadable {

  private Unreadable() {}

  /** Returns whether the file is no more; a link that leads nowhere is there. */
  public static boolean isGone(Path file, IOException e) {
    return e instanceof NoSuchFileException && !Files.isSymbolicLink(file);
  }

  /** Returns the problem of the given code, with the facts file and reason. */
  public static Problem problem(String code, String file, IOException e) {
    String en = e.getClass().getSimpleName() + " " + e.getMessage();
    String zh = en;
    if (e instanceof CharacterCodingException) {
      en = "it is not UTF-8";
      zh = "不是 UTF-8 编码";
    } else if (e instanceof AccessDeniedException) {
      en = "the hub has no right to read it";
      zh = "中台没有读取权限";
    } else if (e instanceof NoSuchFileException) {
      en = "it is a link to a file that is not there";
      zh = "它是指向不存在文件的链接";
    }
    return Problem.of(code, "file", file, "reasonEn", en, "reasonZh", zh);
  }
}
