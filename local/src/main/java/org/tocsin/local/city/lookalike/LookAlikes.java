package org.tocsin.local.city.lookalike;

import java.util.List;
import org.tocsin.local.city.story.StoryKind;

/** Honest stories that resemble a pattern, under the name of the row they resemble. */
public final class LookAlikes {
  public static final List<StoryKind> ALL =
      List.of(
          StoryKind.core("V1 trusted line", 3, 8, HonestCalls::trustedLine),
          StoryKind.core("V1 hospital", 2, 8, HonestCalls::hospital),
          StoryKind.core("V1 relative abroad", 3, 8, HonestCalls::relativeAbroad),
          StoryKind.core("V2 real borrower", 3, 30, HonestMoney::realBorrower),
          StoryKind.core("V2 consolidation", 2, 12, HonestMoney::consolidation),
          StoryKind.core("V3 group buying", 3, 48, HonestMoney::groupBuying),
          StoryKind.core("V3 reimbursed", 3, 52, HonestMoney::reimbursed),
          StoryKind.more("V4 brokerage", 2, 170, HonestMoney::brokerage),
          StoryKind.more("V4 house", 1, 60, HonestMoney::house),
          StoryKind.more("V5 rent and deposit", 2, 30, HonestMoney::rentAndDeposit),
          StoryKind.more("V6 new supplier", 1, 6, HonestMoney::newSupplier),
          StoryKind.more("V7 game top-ups", 2, 8, HonestMoney::gameTopUps),
          StoryKind.more("V8 courier", 2, 80, HonestCalls::courier),
          StoryKind.more("V9 wedding", 2, 100, HonestMoney::wedding),
          StoryKind.core("B2 wages to spouse", 2, 6, HonestMoney::wagesToSpouse),
          StoryKind.more("B3 stall", 2, 18, HonestMoney::sweep),
          StoryKind.core("P1 new courier", 2, 150, HonestCalls::newCourier),
          StoryKind.core("O3 family contact", 2, 140, HonestOpenings::familyContact),
          StoryKind.core("O4 school batch", 1, 8, HonestOpenings::schoolBatch),
          StoryKind.more("O5 migrant", 2, 12, HonestOpenings::migrant));

  private LookAlikes() {}
}
