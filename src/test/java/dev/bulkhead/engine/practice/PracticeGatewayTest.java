package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.GatewayContractTest;

class PracticeGatewayTest extends GatewayContractTest {

    PracticeGatewayTest() {
        super(PracticeUnderTest.create());
    }

    @Override
    public Traits traits() {
        return new Traits(true, true, true);
    }
}
