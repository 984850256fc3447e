namespace DrAivBot.Analysis.Writing;

/// <summary>The form of what a model answers.</summary>
internal static class ReportSchema
{
    public const string Name = "analysis_report";

    public const string Json = """
        {
          "type": "object", "additionalProperties": false, "required": ["summary", "divisions", "weakPoints", "plan"],
          "properties": {
            "summary": { "type": "string", "description": "at most 900 characters" },
            "divisions": {
              "type": "array", "minItems": 7, "maxItems": 7,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["number", "findings", "risk", "recommendations"],
                "properties": {
                  "number": { "type": "integer", "minimum": 1, "maximum": 7 },
                  "findings": {
                    "type": "array", "minItems": 1, "maxItems": 3,
                    "items": {
                      "type": "object", "additionalProperties": false, "required": ["text", "questions"],
                      "properties": {
                        "text": { "type": "string", "description": "at most 300 characters" },
                        "questions": { "type": "array", "maxItems": 5, "items": { "type": "string", "description": "id of a question of this division" } }
                      }
                    }
                  },
                  "risk": { "type": "string", "description": "at most 300 characters" },
                  "recommendations": { "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": "string", "description": "at most 300 characters" } }
                }
              }
            },
            "weakPoints": {
              "type": "array", "maxItems": 5,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["department", "missing", "cause", "consequence", "firstAction", "statistic"],
                "properties": {
                  "department": { "type": "integer", "minimum": 1, "maximum": 21 },
                  "missing": { "type": "string", "description": "at most 300 characters" },
                  "cause": { "type": "string", "description": "at most 300 characters" },
                  "consequence": { "type": "string", "description": "at most 300 characters" },
                  "firstAction": { "type": "string", "description": "to be done within 7 days, at most 300 characters" },
                  "statistic": { "type": "string", "description": "at most 150 characters" }
                }
              }
            },
            "plan": {
              "type": "array", "minItems": 3, "maxItems": 3,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["actions"],
                "properties": {
                  "actions": {
                    "type": "array", "minItems": 3, "maxItems": 5,
                    "items": {
                      "type": "object", "additionalProperties": false, "required": ["action", "position", "day", "result", "statistic"],
                      "properties": {
                        "action": { "type": "string", "description": "at most 200 characters" },
                        "position": { "type": "integer", "minimum": 1, "maximum": 21 },
                        "day": { "type": "integer", "minimum": 1, "maximum": 90 },
                        "result": { "type": "string", "description": "at most 200 characters" },
                        "statistic": { "type": "string", "description": "at most 150 characters" }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        """;
}
