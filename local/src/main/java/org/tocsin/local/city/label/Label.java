package org.tocsin.local.city.label;

import java.util.List;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;

/**
 * What really happened, field by field as the contract has it.
 *
 * @param person null when the subject belongs to nobody known
 * @param startTime of the first event, epoch milliseconds
 * @param lossTimes in time order; empty where no money left
 * @param events in time order
 */
public record Label(
    String labelId,
    Lane lane,
    String pattern,
    String subject,
    SubjectKind subjectKind,
    String person,
    long startTime,
    List<Loss> lossTimes,
    List<Ref> events) {}
