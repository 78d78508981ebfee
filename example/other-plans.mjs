// The words of three small plans of other kinds. Rows as in plan.mjs.
const partnership = "Norfolk Safeguarding Children Partnership";

const great_yarmouth = {
  file: "locality-plan-great-yarmouth.docx",
  front: {
    partnership,
    title: "Great Yarmouth locality plan 2026 to 2027",
    edition: "Edition: July 2026",
    introduction: [
      "What the locality group will do between July 2026 and July 2027, beside the partnership's own priorities. This is an example: all of it is made up.",
    ],
  },
  sections: [{
    name: "Seafront and summer",
    owner: "Great Yarmouth Local Safeguarding Children Group",
    chair: "Head of early help, Great Yarmouth",
    difference: ["Children who work or wander on the seafront in summer are seen and known."],
    rows: [
      ["Places: those who work there know what to look for.", "Train arcade and hotel staff before the season", "31 July 2026"],
      ["", "Walk the seafront with young people and write down where they do not feel safe", "Aug 2026"],
      ["", "Put what they said to the district council's licensing committee", "31 Oct 2026"],
      ["Families new to the town: they find a school and a surgery in their first month.",
        "Make a welcome card in six languages with the schools", "30 Nov 2026"],
      ["", "Count how long children wait for a school place", "Quarterly"],
      ["", "Ask landlords of shared houses to tell families about the children's centre", ""],
    ],
  }],
};

const workforce = {
  file: "workforce-plan.docx",
  front: {
    partnership,
    title: "Workforce plan 2026 to 2027",
    edition: "Edition: June 2026",
    introduction: ["What people who work with children need to learn together this year. This is an example: all of it is made up."],
  },
  sections: [{
    name: "Skills and support",
    owner: "Workforce Development Group",
    chair: "Independent chair, Workforce Development Group",
    difference: ["People who need a course find a place on it within two months.", "Those who listen to hard things are listened to."],
    rows: [
      ["Courses: what is taught is what this year's reviews and data ask for.", "Ask every agency what its people could not find last year", "31 July 2026"],
      ["", "Put on a course on family networking with two family trainers", "Autumn 2026"],
      ["", "Give general practice an evening course of its own", "30 Sept 2026"],
      ["", "Follow up each course after three months and say what people do differently", "Quarterly"],
      ["Support: nobody carries this work alone.", "Offer group supervision to heads of small schools", "Dec 2026"],
      ["", "Train twelve more people to lead joint supervision", "Spring 2027"],
      ["", "Agree one passport for training, so that nobody sits through the same course twice", ""],
    ],
  }],
};

const inspection = {
  file: "inspection-action-plan.docx",
  front: {
    partnership,
    title: "Action plan after the joint inspection on domestic abuse 2026 to 2027",
    edition: "Edition: December 2025",
    introduction: ["The partners' answer to the joint targeted area inspection of autumn 2025. This is an example: the inspection and all that follows are made up."],
  },
  sections: [{
    name: "Domestic abuse: what the inspectors asked for",
    owner: "Domestic Abuse Inspection Group",
    chair: "Assistant Chief Constable, Norfolk Constabulary",
    difference: ["A child who lives with abuse is asked how it is, by somebody who writes it down.", "What is known at night is known in the morning."],
    rows: [
      ["Children are victims too: their own words are in the record.", "Show from sixty records that the child was spoken to alone", "31 Mar 2026"],
      ["", "Add the child's own words to the form that officers fill in at the door", "28 Feb 2026"],
      ["Information moves: schools and midwives know by nine in the morning.", "Send notices of incidents to every school, also in the holidays", "30 Apr 2026"],
      ["", "Bring midwives into the morning meeting", "Feb 2026"],
      ["", "Let housing officers see that a notice was sent", "30 Sept 2026"],
      ["Those who harm: they are worked with, and held to account.", "Offer a place on the behaviour programme within six weeks", "Dec 2026"],
      ["", "Tell the court what became of it before every review of an order", "31 May 2026"],
    ],
  }],
};

export const other_plans = [great_yarmouth, workforce, inspection];
