package org.tocsin.local.city.story;

import java.util.List;

/** Every story that can be told, with its share of all stories. */
public final class Stories {
  public static final List<StoryKind> ALL =
      List.of(
          StoryKind.core("V1", 10, 16, new V1Impersonation()),
          StoryKind.core("V1 gathering", 4, 8, new V1Gathering()),
          StoryKind.core("V2", 12, 14, new V2CustomerService()),
          StoryKind.core("V3", 14, 70, new V3TaskRebate()),
          StoryKind.more("V4", 5, 420, new V4Investment()),
          StoryKind.more("V5", 6, 60, new V5FakeLoan()),
          StoryKind.more("V6 company", 2, 8, new V6Company()),
          StoryKind.more("V6 person", 4, 12, new V6Friend()),
          StoryKind.more("V7", 2, 10, new V7GameTrade()),
          StoryKind.more("V8", 4, 110, new V8ParcelRefund()),
          StoryKind.more("V9", 4, 140, new V9CashOrGold()),
          StoryKind.core("B2", 9, 24, new B2FastInFastOut()),
          StoryKind.more("B1", 3, 110, BorrowedAccounts::openTestBurst),
          StoryKind.more("B3", 2, 8, BorrowedAccounts::manyInOneOut),
          StoryKind.more("B4", 2, 8, BorrowedAccounts::oneInManyOut),
          StoryKind.more("B5", 2, 12, BorrowedAccounts::dormantWakes),
          StoryKind.more("B7", 2, 8, BorrowedAccounts::cashOut),
          StoryKind.more("B8", 2, 12, BorrowedAccounts::goldRun),
          StoryKind.more("B9", 2, 24, BorrowedAccounts::overTheCounter),
          StoryKind.more("B10", 2, 8, BorrowedAccounts::evasion),
          StoryKind.more("B11", 1, 16, Gangs::layering),
          StoryKind.more("B12", 2, 80, BorrowedAccounts::contactChanged),
          StoryKind.more("B13", 1, 60, BorrowedAccounts::coupling),
          StoryKind.more("B14", 1, 24, BorrowedAccounts::cycle),
          StoryKind.core("P1", 9, 200, new P1FanOut()),
          StoryKind.more("P2", 2, 90, BorrowedPhones::newSimBurst),
          StoryKind.more("P3", 2, 16, BorrowedPhones::noCallBack),
          StoryKind.more("P4", 1, 60, BorrowedPhones::simBox),
          StoryKind.more("P5", 1, 90, Gangs::cohort),
          StoryKind.more("P6", 1, 24, BorrowedPhones::relay),
          StoryKind.more("P7", 2, 12, BorrowedPhones::simSwap),
          StoryKind.more("P8", 2, 10, BorrowedPhones::dormantWakes),
          StoryKind.core("O3", 8, 220, new O3SharedContact()),
          StoryKind.more("O1", 2, 150, Openings::burst),
          StoryKind.more("O2", 1, 180, Openings::overQuota),
          StoryKind.more("O4", 2, 8, Openings::group),
          StoryKind.more("O6", 1, 100, Openings::punished),
          StoryKind.more("O7", 2, 24, Openings::triesAgain),
          StoryKind.more("O8", 2, 12, Openings::victimMadeMule),
          StoryKind.more("X1", 1, 120, Crossings::bothCards),
          StoryKind.more("X2", 3, 30, Crossings::listedCallerThenPayee),
          StoryKind.more("X3", 1, 110, Gangs::sharedPayee),
          StoryKind.more("X4", 1, 110, Crossings::victimTurnedMule),
          StoryKind.more("X5", 1, 180, Gangs::cohortOfCards),
          StoryKind.more("X6", 1, 120, Gangs::oneCaller));

  private Stories() {}
}
