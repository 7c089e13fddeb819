package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.MembershipContract;

class PracticeMembershipTest extends MembershipContract {

    PracticeMembershipTest() {
        super(PracticeUnderTest.create());
    }
}
