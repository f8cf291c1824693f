import { testFaults } from "./testFaults.ts";

testFaults((chapter) => chapter < "09");
