package org.tocsin.local.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The first user of the desk.
 *
 * @param password random, of letters and digits that are not mistaken for each other
 */
record SignIn(String user, String password) {

  private static final String USER = "supervisor";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 14;

  /** A new one; in a folder that is kept the one it was made with. */
  static SignIn of(DataFolder folder) throws IOException {
    if (!folder.kept()) {
      return new SignIn(USER, random());
    }
    Path file = folder.of("sign-in");
    if (!Files.exists(file)) {
      write(file, random());
    }
    return new SignIn(USER, Files.readString(file).strip());
  }

  private static void write(Path file, String password) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, password, StandardCharsets.UTF_8);
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
