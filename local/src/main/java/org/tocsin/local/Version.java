package org.tocsin.local;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String built = Main.class.getPackage().getImplementationVersion();
    return new String[] {"tocsin " + (built == null ? "(not from a jar)" : built)};
  }
}
