package org.tocsin.core.rulebook;

import java.io.Serializable;

/**
 * The settings of profiles, sequences and warnings. Each lane's rows have a record of their own, so
 * a new row touches one lane only.
 */
public record DetectionRules(
    ProfileRules profiles,
    HistoryRules history,
    DecisionRules decision,
    VictimRules victim,
    BankCardRules bankCards,
    PhoneCardRules phoneCards,
    OpeningRules openings)
    implements Serializable {}
