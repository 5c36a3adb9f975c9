package org.tocsin.core.pattern;

import java.util.List;

/**
 * What a row is, for the reference pages.
 *
 * @param name in English
 * @param nameZh in Chinese
 * @param sees what it sees
 * @param misses what it cannot see
 * @param lookAlikes innocent behaviour that resembles it, and what spares it
 * @param source where the row and its numbers come from
 */
public record Card(
    String name,
    String nameZh,
    String sees,
    String misses,
    List<String> lookAlikes,
    String source) {}
